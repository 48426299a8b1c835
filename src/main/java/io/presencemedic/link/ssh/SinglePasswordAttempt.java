package io.presencemedic.link.ssh;

import java.util.List;
import java.util.function.Function;
import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPassword;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with a password that leaves this process at most once: by keyboard-interactive where the server asks for it,
 * else by the password method. A wrong password that both methods sent would count twice towards the lock of the
 * account.
 */
final class SinglePasswordAttempt {
    private final String secret;
    private volatile boolean spent;

    SinglePasswordAttempt(String secret) {
        this.secret = secret;
    }

    /** Whether the password was sent. */
    boolean spent() {
        return spent;
    }

    /** The methods in the order in which they are tried, each made for the attempt that a session belongs to. */
    static List<UserAuthFactory> methods(Function<ClientSession, SinglePasswordAttempt> attempts) {
        return List.of(
                new Method(
                        UserAuthKeyboardInteractiveFactory.NAME, session -> attempts.apply(session).new Interactive()),
                new Method(UserAuthPasswordFactory.NAME, session -> attempts.apply(session).new Password()));
    }

    private String spend() {
        spent = true;
        return secret;
    }

    private static final class Method extends AbstractUserAuthFactory {
        private final Function<ClientSession, UserAuth> maker;

        Method(String name, Function<ClientSession, UserAuth> maker) {
            super(name);
            this.maker = maker;
        }

        @Override
        public UserAuth createUserAuth(ClientSession session) {
            return maker.apply(session);
        }
    }

    private final class Interactive extends UserAuthKeyboardInteractive {
        private boolean asked;

        @Override
        protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
            if (asked || spent) {
                return false;
            }
            asked = true;
            return super.sendAuthDataRequest(session, service);
        }

        @Override
        protected String @Nullable [] getUserResponses(
                String name, String instruction, String lang, String[] prompts, boolean[] echo) {
            if (prompts.length == 0) {
                return new String[0];
            }
            boolean oneSecret = prompts.length == 1 && !echo[0];
            return oneSecret && !spent ? new String[] {spend()} : null;
        }
    }

    private final class Password extends UserAuthPassword {
        @Override
        protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
            return !spent && super.sendAuthDataRequest(session, service);
        }

        @Override
        protected String resolveAttemptedPassword(ClientSession session, String service) {
            return spend();
        }
    }
}
