package io.presencemedic.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;

/** Somebody at a terminal who types and reads. */
final class TypingClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private ClientSession session;
    private ChannelShell shell;
    private OutputStream keys;
    PublicKey hostKey;

    static TypingClient at(SimulatedEndpoint node, int columns, int rows) throws IOException {
        TypingClient typing = new TypingClient();
        try {
            typing.login(node, Account.PLATFORM.password(), true);
            typing.openShell(columns, rows);
            return typing;
        } catch (IOException | RuntimeException e) {
            typing.close();
            throw e;
        }
    }

    void login(SimulatedEndpoint node, String password, boolean interactive) throws IOException {
        UserAuthFactory way =
                interactive ? UserAuthKeyboardInteractiveFactory.INSTANCE : UserAuthPasswordFactory.INSTANCE;
        client.setUserAuthFactories(List.of(way));
        client.setServerKeyVerifier((s, address, key) -> {
            hostKey = key;
            return true;
        });
        client.start();
        session = client.connect(Account.PLATFORM.username(), node.host(), node.sshPort())
                .verify(Duration.ofSeconds(10))
                .getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(Duration.ofSeconds(10));
    }

    ClientSession session() {
        return session;
    }

    private void openShell(int columns, int rows) throws IOException {
        shell = session.createShellChannel();
        shell.setUsePty(true);
        shell.setPtyType("vt100");
        shell.setPtyColumns(columns);
        shell.setPtyLines(rows);
        shell.setOut(screen);
        shell.open().verify(Duration.ofSeconds(10));
        keys = shell.getInvertedIn();
        await(text -> text.endsWith("admin:"));
    }

    void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Types a command and gives what stands on the screen from its echo on until the next prompt. */
    String run(String command) throws IOException {
        int before = screen().length();
        type(command + "\r");
        await(text -> text.substring(before).endsWith("\radmin:"));
        return screen().substring(before);
    }

    String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    void await(Predicate<String> condition) throws IOException {
        await(condition, PATIENCE);
    }

    void await(Predicate<String> condition, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.test(screen())) {
            if (System.nanoTime() > end) {
                throw new IOException("Waited too long; the screen shows: " + screen());
            }
            shell.waitFor(List.of(), 5);
        }
    }

    boolean isCutOff() throws IOException {
        await(text -> !session.isOpen());
        return true;
    }

    @Override
    public void close() {
        client.close(true);
    }
}
