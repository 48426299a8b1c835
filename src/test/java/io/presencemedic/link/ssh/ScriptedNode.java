package io.presencemedic.link.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** An SSH server whose terminal does exactly what a test's script says. */
final class ScriptedNode implements AutoCloseable {
    static final String ACCOUNT = "operator";
    static final String SECRET = "right-secret";
    static final KeyPair KEY = key("ecdsa-sha2-nistp256", 256);

    final SshServer server = SshServer.setUpDefaultServer();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> passwords = new CopyOnWriteArrayList<>();
    final AtomicInteger shells = new AtomicInteger();
    final AtomicInteger openShells = new AtomicInteger();
    final AtomicInteger mostShells = new AtomicInteger();
    final Map<String, String> environment = new ConcurrentHashMap<>();
    volatile Script script;

    /** What the terminal does. */
    interface Script {
        void play(Terminal terminal) throws Exception;
    }

    ScriptedNode(Script script) throws IOException {
        this(script, List.of(UserAuthKeyboardInteractiveFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
    }

    ScriptedNode(Script script, List<UserAuthFactory> methods) throws IOException {
        this.script = script;
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(KEY));
        // As the platform has it; what this library prefers takes a multiple of the time.
        server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                true, List.of(BuiltinDHFactories.ecdhp256), ServerBuilder.DH2KEX));
        server.setUserAuthFactories(new ArrayList<>(methods));
        server.setPasswordAuthenticator((user, password, session) -> {
            passwords.add(password);
            return ACCOUNT.equals(user) && SECRET.equals(password);
        });
        server.setKeyboardInteractiveAuthenticator(new DefaultKeyboardInteractiveAuthenticator());
        server.setShellFactory(channel -> new Playing());
        server.start();
    }

    int port() {
        return server.getPort();
    }

    static String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, KEY.getPublic());
    }

    static KeyPair key(String kind, int bits) {
        try {
            return KeyUtils.generateKeyPair(kind, bits);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A platform command line that answers each command as the map says, with the usual login. */
    static Script platform(Map<String, String> answers) {
        return platform(answers, 2000);
    }

    static Script platform(Map<String, String> answers, int width) {
        return terminal -> {
            terminal.width = width;
            terminal.print("Command Line Interface is starting up, please wait ...\r\n\r\n"
                    + "   Welcome to the Platform Command Line Interface\r\n\r\n\tVMware Installation:\r\n\r\nadmin:");
            while (true) {
                String command = terminal.readCommand();
                terminal.print(answers.getOrDefault(command, "No valid command entered\r\n"));
                terminal.print("admin:");
            }
        };
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Playing implements Command {
        private InputStream in;
        private OutputStream out;
        private ExitCallback exit;
        private Thread thread;

        @Override
        public void setInputStream(InputStream in) {
            this.in = in;
        }

        @Override
        public void setOutputStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void setErrorStream(OutputStream err) {}

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment env) {
            environment.putAll(env.getEnv());
            shells.incrementAndGet();
            mostShells.accumulateAndGet(openShells.incrementAndGet(), Math::max);
            thread = new Thread(
                    () -> {
                        try {
                            script.play(new Terminal(in, out, heard));
                        } catch (Exception e) {
                            // the session ends either way
                        } finally {
                            exit.onExit(0);
                        }
                    },
                    "scripted-node");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void destroy(ChannelSession channel) {
            openShells.decrementAndGet();
            thread.interrupt();
        }
    }

    /** The terminal as the script has it. */
    static final class Terminal {
        private final InputStream in;
        private final OutputStream out;
        private final List<String> heard;
        int width = 2000;

        Terminal(InputStream in, OutputStream out, List<String> heard) {
            this.in = in;
            this.out = out;
            this.heard = heard;
        }

        void print(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        int readKey() throws IOException {
            int key = in.read();
            if (key < 0) {
                throw new IOException("hung up");
            }
            return key;
        }

        /** Reads a line as the platform's line editor does: echoed, and wrapped at the width behind the prompt. */
        String readCommand() throws IOException {
            StringBuilder line = new StringBuilder();
            int column = "admin:".length();
            for (int key = readKey(); key != '\n' && key != '\r'; key = readKey()) {
                line.append((char) key);
                print(String.valueOf((char) key));
                column++;
                if (column == width) {
                    print(" \r");
                    column = 0;
                }
            }
            print("\r\n");
            heard.add(line.toString());
            return line.toString();
        }
    }
}
