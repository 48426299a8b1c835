package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusedPasswords;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.TrustFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The HTTP side of one operation: where it goes, with which session or password, and in which schema version. */
final class Request {
    /** Log collection answers with attachments in either of two forms. */
    private static final String ANY_FORM = "text/xml, multipart/related, application/dime";

    private final HttpWebServices wire;
    private final Cluster cluster;
    private final Node node;
    private final Credential credential;
    private final Operation<?> operation;
    private final Sessions.Key session;
    private boolean withSession;

    Request(HttpWebServices wire, Cluster cluster, Node node, Credential credential, Operation<?> operation) {
        this.wire = wire;
        this.cluster = cluster;
        this.node = node;
        this.credential = credential;
        this.operation = operation;
        this.session = new Sessions.Key(authority(), operation.service(), credential);
    }

    /** Host and port. */
    String authority() {
        return node.host().toLowerCase(Locale.ROOT) + ":" + node.httpsPort();
    }

    String account() {
        return credential.username();
    }

    AxlVersion version() {
        return wire.version(authority());
    }

    /**
     * Sends the request; the answer's body is still to be read.
     *
     * @param leaves is told where the request may have left this process
     */
    Response send(Timeouts waiting, NodeWebServices link, String during, Runnable leaves)
            throws LinkException, InterruptedException {
        if (wire.sessions().isLogin(session)) {
            return told(leaves, waiting, link, during);
        }
        wire.guard().check(node, login());
        try (PasswordGuard.Turn turn = wire.guard().enter(node, login(), waiting.headers())) {
            Response response = told(leaves, waiting, link, during);
            learn(turn, response);
            return response;
        }
    }

    private RefusedPasswords.Login login() {
        return new RefusedPasswords.Login(cluster.id(), RefusedPasswords.Way.WEB, authority(), credential);
    }

    /** An account that may only read is told so with the same status as a wrong password. */
    private void learn(PasswordGuard.Turn turn, Response response) {
        switch (response.status()) {
            case 401 -> {
                if (operation.effect() == Effect.READS || !wasAccepted()) {
                    turn.refused();
                }
            }
            case 200, 403, 500, 599 -> turn.accepted();
            default -> {
                // What is on the way to the service may answer so without a look at the account.
            }
        }
    }

    /** Tells that the request may have left this process, unless it failed before there was a connection. */
    private Response told(Runnable leaves, Timeouts waiting, NodeWebServices link, String during)
            throws LinkException, InterruptedException {
        boolean left = true;
        try {
            return exchange(waiting, link, during);
        } catch (LinkException e) {
            left = !(e.failure() instanceof LinkFailure.NotReachable
                    || e.failure() instanceof TrustFailure.CertificateNotTrusted);
            throw e;
        } finally {
            if (left) {
                leaves.run();
            }
        }
    }

    private Response exchange(Timeouts waiting, NodeWebServices link, String during)
            throws LinkException, InterruptedException {
        try {
            HttpResponse<BodyStream> response = wire.transport()
                    .send(wire.transport().client(cluster.trustedCertificates()), request(), waiting, link.closing());
            if (response.statusCode() == 200 || response.statusCode() == 500) {
                wire.sessions().keep(session, response.headers());
                wire.sessions().accepted(session);
            }
            return new Response(response);
        } catch (ExecutionException e) {
            throw new LinkException(failure(e.getCause() == null ? e : e.getCause(), during));
        } catch (TimeoutException e) {
            throw new LinkException(new LinkFailure.TimedOut(
                    node.name(), during, waiting.headers().patience()));
        } catch (CancellationException e) {
            throw new LinkException(new LinkFailure.GivenUp(node.name(), during));
        } catch (GeneralSecurityException e) {
            throw new LinkException(HttpFailure.badTrust(node.name(), e));
        }
    }

    /** What a failed exchange was. */
    LinkFailure failure(Throwable cause, String during) {
        return HttpFailure.of(node.name(), authority(), during, cause);
    }

    private HttpRequest request() {
        AxlVersion version = version();
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri())
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("Accept", operation.service() == SoapService.AXL ? "text/xml" : ANY_FORM)
                .header("SOAPAction", Envelope.action(operation, version))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Envelope.write(operation, version)));
        var cookie = wire.sessions().cookie(session);
        withSession = cookie.isPresent();
        cookie.ifPresent(value -> builder.header("Cookie", value));
        if (!wire.sessions().isLogin(session)) {
            builder.header("Authorization", basic());
        }
        return builder.build();
    }

    private String basic() {
        String pair = credential.username() + ":" + credential.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private URI uri() {
        try {
            return new URI(
                    "https",
                    null,
                    node.host(),
                    node.httpsPort(),
                    operation.service().path(),
                    null,
                    null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(node.name() + " has a host that is no host name or address", e);
        }
    }

    /** Drops the session that was sent; false where none was sent, so that nothing would be different next time. */
    boolean forgetSession() {
        wire.sessions().forget(session);
        return withSession;
    }

    /** Whether the node has answered this account before. */
    boolean wasAccepted() {
        return wire.sessions().wasAccepted(session);
    }
}
