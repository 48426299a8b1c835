package io.presencemedic.link.ssh;

import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
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
        String words = attempt.farewell() == null ? why(cause) : String.valueOf(attempt.farewell());
        if (ConnectRefusal.isSessionLimit(words)) {
            return new LinkFailure.Busy(attempt.node.name(), Login.DURING, words);
        }
        if (words.contains("negotiate")) {
            return new LinkFailure.Refused(attempt.node.name(), Login.DURING, algorithms(attempt));
        }
        return refused(attempt, cause)
                ? new TrustFailure.NotAuthenticated(attempt.node.name(), attempt.credential.username())
                : new LinkFailure.Lost(attempt.node.name(), Login.DURING, words);
    }

    /** A server that hangs up in due form after the password was sent refused it just as one that says so. */
    private static boolean refused(ConnectAttempt attempt, Exception cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof SshException failure) {
                int code = failure.getDisconnectCode();
                boolean said = code == SshConstants.SSH2_DISCONNECT_BY_APPLICATION
                        || code == SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR
                        || code == SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER;
                if (code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                        || (said && attempt.password.spent())) {
                    return true;
                }
            }
        }
        return false;
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
        String words = attempt.farewell() == null ? why(cause) : String.valueOf(attempt.farewell());
        boolean full = has(cause, SshChannelOpenException.class) || ConnectRefusal.isSessionLimit(words);
        return full
                ? new LinkFailure.Busy(attempt.node.name(), Login.DURING, "no further session (" + words + ")")
                : new LinkFailure.Lost(attempt.node.name(), Login.DURING, words);
    }

    private static boolean has(Throwable cause, Class<? extends Throwable> type) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static String why(Throwable cause) {
        Throwable root = cause;
        for (Throwable at = cause; at != null; at = at.getCause()) {
            root = at;
        }
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
