package io.presencemedic.link.ssh;

import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.jspecify.annotations.Nullable;

/** What a failed login was, in the terms of the link. */
final class LoginFailure {
    private LoginFailure() {}

    static LinkFailure connecting(ConnectAttempt attempt, InetSocketAddress address, Exception cause) {
        String where = address.getHostString() + ":" + address.getPort();
        return new LinkFailure.NotReachable(attempt.node.name(), where, why(cause));
    }

    static LinkFailure authenticating(ConnectAttempt attempt, Exception cause, Deadline deadline) {
        LinkFailure hostKey = attempt.hostKey.refusal();
        if (hostKey != null) {
            return hostKey;
        }
        if (has(cause, TimeoutException.class)) {
            return new LinkFailure.TimedOut(attempt.node.name(), Login.DURING, deadline.patience());
        }
        if (attempt.isWithoutCommonAlgorithm()) {
            return new LinkFailure.Refused(attempt.node.name(), Login.DURING, algorithms(attempt));
        }
        String words = attempt.lastWords(why(cause));
        if (attempt.isOneTooMany() || farewells(cause).anyMatch(Farewell::isOneTooMany)) {
            return new LinkFailure.Busy(attempt.node.name(), Login.DURING, words);
        }
        return farewells(cause).anyMatch(said -> refuses(said, attempt))
                ? new TrustFailure.NotAuthenticated(attempt.node.name(), attempt.credential.username())
                : new LinkFailure.Lost(attempt.node.name(), Login.DURING, words);
    }

    /** MINA tells whoever waits for the login that the node has ended it before it tells its listeners. */
    private static Stream<Farewell> farewells(Throwable cause) {
        return chain(cause)
                .filter(SshException.class::isInstance)
                .map(SshException.class::cast)
                .filter(end -> end.getDisconnectCode() > 0)
                .map(end -> Farewell.of(end.getDisconnectCode(), end.getMessage()));
    }

    /** A server that hangs up in due form after the password was sent refused it just as one that says so. */
    private static boolean refuses(Farewell said, ConnectAttempt attempt) {
        return switch (said.code()) {
            case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE -> true;
            case SshConstants.SSH2_DISCONNECT_BY_APPLICATION,
                    SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR,
                    SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER -> attempt.password.spent();
            default -> false;
        };
    }

    private static String algorithms(ConnectAttempt attempt) {
        return attempt.algorithms == Algorithms.LEGACY
                ? "no SSH algorithm is common to the node and this service"
                : "no SSH algorithm is common to the node and this service."
                        + " Releases before 12.5 need legacyAlgorithms: true in the inventory";
    }

    static LinkFailure opening(ConnectAttempt attempt, Exception cause, Deadline deadline) {
        if (has(cause, TimeoutException.class)) {
            return new LinkFailure.TimedOut(attempt.node.name(), Login.DURING, deadline.patience());
        }
        String words = attempt.lastWords(why(cause));
        boolean full = has(cause, SshChannelOpenException.class) || attempt.isOneTooMany();
        return full
                ? new LinkFailure.Busy(attempt.node.name(), Login.DURING, "no further session (" + words + ")")
                : new LinkFailure.Lost(attempt.node.name(), Login.DURING, words);
    }

    private static boolean has(Throwable cause, Class<? extends Throwable> type) {
        return chain(cause).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause);
    }

    private static String why(Throwable cause) {
        Throwable root = chain(cause).reduce(cause, (over, under) -> under);
        if (root instanceof NoRouteToHostException) {
            return "there is no route to it";
        }
        if (root instanceof ConnectException) {
            return "the connection was refused";
        }
        if (root instanceof TimeoutException) {
            return "it does not answer";
        }
        return plain(root.getMessage(), root);
    }

    private static String plain(@Nullable String message, Throwable root) {
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : message.strip();
    }
}
