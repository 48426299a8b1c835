package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.Urgency;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Opens consoles; holds the SSH client and the two lines to each node for the whole process. */
@ApplicationScoped
class SshConsoles implements Console.Opener, AutoCloseable {
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    private final LinkConfig.Ssh config;
    private final CredentialSource credentials;
    private final PasswordGuard guard;
    private final Clock clock;
    private final MinaSshClient wire;
    private final Resolver resolver = new Resolver();
    private final Map<String, NodeShell> lines = new ConcurrentHashMap<>();
    private final Map<String, NodeShell> secondLines = new ConcurrentHashMap<>();
    private final Map<NodeShell, Instant> leftAlone = new ConcurrentHashMap<>();
    private final ExecutorService openers = Executors.newCachedThreadPool(work -> daemon(work, "link-ssh-second"));
    /** Once the service stops there is nothing left to close when its time has come. */
    private final ScheduledExecutorService clockwork = new ScheduledThreadPoolExecutor(
            1, work -> daemon(work, "link-ssh-idle"), new ThreadPoolExecutor.DiscardPolicy());

    SshConsoles(LinkConfig config, CredentialSource credentials, PasswordGuard guard, Clock clock) {
        this.guard = guard;
        this.config = config.ssh();
        this.credentials = credentials;
        this.clock = clock;
        this.wire = new MinaSshClient(this.config);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Console open(Cluster cluster, LinkListener listener, Urgency urgency) {
        return new SshConsole(this, cluster, listener, urgency);
    }

    /** The node's shell. */
    NodeShell line(Node node) {
        return lines.computeIfAbsent(address(node), key -> new NodeShell(config.courtesy()));
    }

    /** The shell beside it, for questions alone. */
    NodeShell secondLine(Node node) {
        return secondLines.computeIfAbsent(address(node), key -> new NodeShell(config.courtesy()));
    }

    private static String address(Node node) {
        return node.host().toLowerCase(Locale.ROOT) + ":" + node.sshPort();
    }

    /** Opens a second shell, unless the node gave none lately. */
    void open(NodeShell second, Runnable opening) {
        Instant since = leftAlone.get(second);
        boolean given = since == null || clock.instant().isAfter(since.plus(LEFT_ALONE));
        if (given && config.secondSession()) {
            openers.execute(opening);
        }
    }

    /** The node gives no second shell: it is not asked for one for a while. */
    void leaveAlone(NodeShell second) {
        leftAlone.put(second, clock.instant());
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

    /**
     * The way to a second shell. Its password is the one that the node has just taken for the first; a refusal says
     * that the node wants no second session, and nothing about the password (C7).
     */
    Login secondLogin() {
        return new Login(wire, config, resolver, PasswordGuard.with(new RefusalMemory(clock)));
    }

    @PreDestroy
    @Override
    public void close() {
        clockwork.shutdownNow();
        openers.shutdownNow();
        Stream.concat(lines.values().stream(), secondLines.values().stream())
                .forEach(line -> line.hangUp("the service stops"));
        resolver.close();
        wire.close();
    }
}
