package io.presencemedic.link.http;

import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failed exchange was, in the terms of the link. */
final class HttpFailure {
    private HttpFailure() {}

    /**
     * @param authority host and port
     * @param during the operation's summary
     */
    static LinkFailure of(String node, String authority, String during, Throwable cause) {
        if (find(cause, FileSink.TooLarge.class) instanceof FileSink.TooLarge tooLarge) {
            return new LinkFailure.TooLarge(node, during, tooLarge.longest());
        }
        if (find(cause, BodyStream.TooSlow.class) instanceof BodyStream.TooSlow tooSlow) {
            return new LinkFailure.TimedOut(node, during, tooSlow.patience());
        }
        Throwable tooLong = find(cause, Response.TooLong.class);
        if (tooLong != null) {
            return new LinkFailure.NotUnderstood(node, during, 1, "", words(tooLong));
        }
        Throwable untrusted = find(cause, CertificateException.class);
        if (untrusted != null) {
            return new TrustFailure.CertificateNotTrusted(node, words(untrusted));
        }
        if (find(cause, UnresolvedAddressException.class) != null) {
            return new LinkFailure.NotReachable(node, authority, "the name is not known to the name server");
        }
        if (find(cause, HttpConnectTimeoutException.class) != null) {
            return new LinkFailure.NotReachable(node, authority, "it does not answer");
        }
        if (find(cause, ConnectException.class) != null) {
            return new LinkFailure.NotReachable(node, authority, "the connection was refused");
        }
        Throwable tls = find(cause, SSLException.class);
        if (tls != null) {
            return new LinkFailure.NotReachable(node, authority, "TLS failed, " + words(tls));
        }
        return find(cause, BodyStream.LinkClosed.class) == null
                ? new LinkFailure.Lost(node, during, words(cause))
                : new LinkFailure.GivenUp(node, during);
    }

    /** The inventory's certificates cannot be used. */
    static LinkFailure badTrust(String node, GeneralSecurityException cause) {
        return new TrustFailure.CertificateNotTrusted(node, words(cause));
    }

    private static @Nullable Throwable find(Throwable cause, Class<? extends Throwable> type) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return at;
            }
        }
        return null;
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    }
}
