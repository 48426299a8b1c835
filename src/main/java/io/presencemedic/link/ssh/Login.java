package io.presencemedic.link.ssh;

import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.TrustFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.channel.PtyChannelConfiguration;

/** The way from nothing to the first prompt of a node, within one deadline. */
final class Login {
    static final String DURING = "log in";
    private static final String PAGINATION_OFF = "set cli pagination off";
    private static final Duration PAGINATION_PATIENCE = Duration.ofSeconds(20);
    /** Wider than any command, so that its echo is not wrapped, and higher than most answers. */
    private static final int COLUMNS = 2000;

    private static final int ROWS = 1000;

    private final MinaSshClient wire;
    private final LinkConfig.Ssh config;
    private final Resolver resolver;
    private final PasswordGuard guard;

    Login(MinaSshClient wire, LinkConfig.Ssh config, Resolver resolver, PasswordGuard guard) {
        this.guard = guard;
        this.wire = wire;
        this.config = config;
        this.resolver = resolver;
    }

    /**
     * A shell that stands at its prompt.
     *
     * @param refusal what is wrong with an address, if anything is; asked for the one that is connected to
     */
    Shell to(ConnectAttempt attempt, Function<InetAddress, Optional<String>> refusal)
            throws LinkException, InterruptedException {
        guard.check(attempt.node, attempt.login);
        Deadline deadline = Deadline.in(config.connectTimeout());
        InetSocketAddress address = resolver.resolve(attempt.node, attempt.node.sshPort(), deadline);
        Optional<String> refused = refusal.apply(address.getAddress());
        if (refused.isPresent()) {
            throw new LinkException(
                    new TrustFailure.AddressRefused(attempt.node.name(), attempt.node.host(), refused.get()));
        }
        ClientSession session = connect(attempt, address, deadline);
        boolean prompt = false;
        try {
            authenticate(attempt, session, deadline);
            Shell shell = open(attempt, session, deadline);
            new FirstPrompt(attempt, shell, config).await(deadline);
            paginationOff(shell);
            prompt = true;
            return shell;
        } finally {
            if (!prompt) {
                session.close(true);
            }
        }
    }

    private ClientSession connect(ConnectAttempt attempt, InetSocketAddress address, Deadline deadline)
            throws LinkException, InterruptedException {
        try {
            return wire.client()
                    .connect(
                            attempt.credential.username(),
                            address,
                            AttributeRepository.ofKeyValuePair(ConnectAttempt.KEY, attempt),
                            null)
                    .verify(deadline.waitMillis())
                    .getClientSession();
        } catch (IOException e) {
            throwIfInterrupted(e);
            throw new LinkException(LoginFailure.connecting(attempt, address, e));
        }
    }

    private void authenticate(ConnectAttempt attempt, ClientSession session, Deadline deadline)
            throws LinkException, InterruptedException {
        try (PasswordGuard.Turn turn = guard.enter(attempt.node, attempt.login, deadline)) {
            verify(attempt, session, turn, deadline);
        }
    }

    private static void verify(
            ConnectAttempt attempt, ClientSession session, PasswordGuard.Turn turn, Deadline deadline)
            throws LinkException, InterruptedException {
        try {
            session.auth().verify(deadline.waitMillis());
            turn.accepted();
        } catch (IOException e) {
            throwIfInterrupted(e);
            LinkFailure failure = LoginFailure.authenticating(attempt, e, deadline);
            throw new LinkException(failure instanceof TrustFailure.NotAuthenticated ? turn.refused() : failure);
        }
    }

    private Shell open(ConnectAttempt attempt, ClientSession session, Deadline deadline)
            throws LinkException, InterruptedException {
        Shell shell = new Shell(config);
        try {
            ChannelShell channel = session.createShellChannel(terminal(), Map.of());
            channel.setRedirectErrorStream(true);
            channel.setOut(new Ear(shell));
            channel.addChannelListener(new HangUp(attempt, shell));
            channel.open().verify(deadline.waitMillis());
            shell.connected(channel.getInvertedIn(), () -> session.close(true));
            return shell;
        } catch (IOException e) {
            throwIfInterrupted(e);
            throw new LinkException(LoginFailure.opening(attempt, e, deadline));
        }
    }

    private static void throwIfInterrupted(IOException cause) throws InterruptedException {
        if (cause.getClass() == InterruptedIOException.class || Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static PtyChannelConfiguration terminal() {
        PtyChannelConfiguration terminal = new PtyChannelConfiguration();
        terminal.setPtyType("xterm");
        terminal.setPtyColumns(COLUMNS);
        terminal.setPtyLines(ROWS);
        return terminal;
    }

    /** Accounts of the lowest level may not switch paging off: the pager is answered anyway. */
    private void paginationOff(Shell shell) throws LinkException, InterruptedException {
        new CommandExchange(shell, "the node").ask(PAGINATION_OFF, Deadline.in(PAGINATION_PATIENCE));
    }

    /** Passes the node's bytes to the shell. */
    private static final class Ear extends OutputStream {
        private final Shell shell;

        Ear(Shell shell) {
            this.shell = shell;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            shell.hear(bytes, offset, length);
        }
    }

    /** Tells the shell that its channel is over, be it by one side's end of file. */
    private static final class HangUp implements ChannelListener {
        private final ConnectAttempt attempt;
        private final Shell shell;

        HangUp(ConnectAttempt attempt, Shell shell) {
            this.attempt = attempt;
            this.shell = shell;
        }

        @Override
        public void channelStateChanged(Channel channel, String hint) {
            if (channel.isEofSignalled()
                    || List.of("SSH_MSG_CHANNEL_EOF", "SSH_MSG_CHANNEL_CLOSE").contains(hint)) {
                end("the node ended the session");
            }
        }

        @Override
        public void channelClosed(Channel channel, Throwable reason) {
            end("the connection was closed");
        }

        private void end(String why) {
            shell.overBecause(attempt.lastWords(why));
        }
    }
}
