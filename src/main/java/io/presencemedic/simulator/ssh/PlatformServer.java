package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SimulatorContext;
import io.presencemedic.simulator.command.CommandTable;
import io.presencemedic.simulator.model.SimulatedNodeState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;

/** The SSH server of one node: shells with a terminal and nothing else. */
public final class PlatformServer implements AutoCloseable {
    private static final String BANNER = "A simulated node: nothing that is done here touches a real cluster.\r\n";
    private static final int SESSIONS = 10;
    private static final int LOGIN_ATTEMPTS = 6;
    private static final int IO_THREADS = 2;
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final SshServer server = SshServer.setUpDefaultServer();
    private final NodeHostKeys keys;

    /**
     * Prepares the server.
     *
     * @param keyFolder where host keys are kept
     */
    public PlatformServer(SimulatorContext context, SimulatedNodeState node, Path keyFolder) {
        keys = new NodeHostKeys(node.name(), keyFolder, context.faults());
        NodeShells shells = new NodeShells(context, node.name(), node.role(), CommandTable.standard());
        server.setKeyPairProvider(keys);
        server.setUserAuthFactories(
                List.of(UserAuthKeyboardInteractiveFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
        server.setPasswordAuthenticator(new AccountGate(node.name(), context));
        server.setShellFactory(channel -> new PlatformShell(shells));
        server.addSessionListener(limit(node.name(), context));
        CoreModuleProperties.WELCOME_BANNER.set(server, BANNER);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, LOGIN_ATTEMPTS);
        CoreModuleProperties.NIO_WORKERS.set(server, IO_THREADS);
        // As OpenSSH does: else what follows an echo waits until the other side acknowledges it, 40 ms later.
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE);
    }

    /**
     * Listens.
     *
     * @param host the address
     * @param port the port; 0 for any free one
     * @return the port
     * @throws IOException if the port is taken
     */
    public int listen(String host, int port) throws IOException {
        server.setHost(host);
        server.setPort(port);
        server.start();
        return server.getPort();
    }

    /** The fingerprint of its host key, as OpenSSH prints it. */
    public String fingerprint() throws IOException {
        return keys.fingerprint();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static SessionListener limit(String node, SimulatorContext context) {
        return new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                if (context.cluster().<Boolean>ask(world -> world.node(node).down())) {
                    session.close(true);
                }
                ServerAlgorithms.choose(context, node).applyTo(session);
                int sessions = context.faults().isOn(node, Channel.SSH, FaultKind.SESSION_LIMIT) ? 0 : SESSIONS;
                CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(session, sessions);
            }
        };
    }
}
