package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialSource;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.Urgency;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Opens consoles; holds the SSH client and the one line to each node for the whole process. */
@ApplicationScoped
class SshConsoles implements Console.Opener, AutoCloseable {
    private final LinkConfig.Ssh config;
    private final CredentialSource credentials;
    private final PasswordGuard guard;
    private final Clock clock;
    private final MinaSshClient wire;
    private final Resolver resolver = new Resolver();
    private final Map<String, NodeShell> lines = new ConcurrentHashMap<>();
    /** Once the service stops there is nothing left to close when its time has come. */
    private final ScheduledExecutorService clockwork =
            new ScheduledThreadPoolExecutor(1, SshConsoles::daemon, new ThreadPoolExecutor.DiscardPolicy());

    SshConsoles(LinkConfig config, CredentialSource credentials, PasswordGuard guard, Clock clock) {
        this.guard = guard;
        this.config = config.ssh();
        this.credentials = credentials;
        this.clock = clock;
        this.wire = new MinaSshClient(this.config);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "link-ssh-idle");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Console open(Cluster cluster, LinkListener listener, Urgency urgency) {
        return new SshConsole(this, cluster, listener, urgency);
    }

    NodeShell line(Node node) {
        String address = node.host().toLowerCase(Locale.ROOT) + ":" + node.sshPort();
        return lines.computeIfAbsent(address, key -> new NodeShell(config.courtesy()));
    }

    /** Closes the line's shell once nobody has used it for as long as the configuration says. */
    void closeWhenIdle(NodeShell line) {
        long seen = line.uses();
        clockwork.schedule(() -> line.closeUnlessUsedSince(seen), config.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Leaves a shell to what the node does in it, for so long. */
    void endLater(Shell shell, Duration patience) {
        clockwork.schedule(() -> shell.end("its command was given up"), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    LinkConfig.Ssh config() {
        return config;
    }

    CredentialSource credentials() {
        return credentials;
    }

    Clock clock() {
        return clock;
    }

    Login login() {
        return new Login(wire, config, resolver, guard);
    }

    @PreDestroy
    @Override
    public void close() {
        clockwork.shutdownNow();
        lines.values().forEach(line -> line.hangUp("the service stops"));
        resolver.close();
        wire.close();
    }
}
