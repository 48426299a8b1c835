package io.presencemedic.simulator.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** Ties a conversation to the SSH channel of a client. */
final class PlatformShell implements Command {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final NodeShells shells;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable ExitCallback exit;
    private @Nullable Future<?> conversation;

    PlatformShell(NodeShells shells) {
        this.shells = shells;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {}

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        InputStream keys = in;
        OutputStream screen = out;
        if (keys == null || screen == null || !environment.getEnv().containsKey(Environment.ENV_TERM)) {
            end(1);
            return;
        }
        Terminal terminal = new Terminal(keys, screen, environment.getEnv());
        CliSession talk = new CliSession(shells, terminal, () -> cut(channel.getSession()));
        conversation = shells.context().threads().submit(() -> converse(talk));
    }

    @Override
    public void destroy(ChannelSession channel) {
        Future<?> running = conversation;
        if (running != null) {
            running.cancel(true);
        }
    }

    /**
     * Ends the connection without a good-bye. What was written before still arrives: a socket that is closed with
     * something unread would throw it away.
     */
    private void cut(Session session) {
        try {
            session.sendIgnoreMessage().verify(LAST_WORDS);
            session.getIoSession().shutdownOutputStream();
            shells.time().pauseOnWall(LAST_WORDS);
        } catch (IOException e) {
            // It is cut already.
        } finally {
            session.close(true);
        }
    }

    private void converse(CliSession talk) {
        try {
            talk.hold();
        } catch (IOException | UncheckedIOException e) {
            // The client is gone: there is nobody left to tell.
        } finally {
            end(0);
        }
    }

    private void end(int status) {
        ExitCallback callback = exit;
        if (callback != null) {
            callback.onExit(status);
        }
    }
}
