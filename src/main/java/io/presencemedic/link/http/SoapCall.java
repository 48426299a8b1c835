package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.RepeatedReading;
import io.presencemedic.redaction.SecretMask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One operation, from the first request to a value or a typed failure. What was refused before it was carried out is
 * sent again in the right way: with another schema version, without a stale session, a little later. What may have been
 * carried out is sent again only if it reads.
 */
final class SoapCall<T> {
    private final HttpWebServices wire;
    private final NodeWebServices link;
    private final ResponseHandler<T> reading;
    private final Request request;
    private final RetryPolicy retries;
    private final String during;
    private String page = "";
    private final RepeatedReading damaged;
    private boolean sent;
    private boolean repeated;

    SoapCall(
            HttpWebServices wire,
            NodeWebServices link,
            Cluster cluster,
            Node node,
            Credential credential,
            ResponseHandler<T> reading) {
        this.wire = wire;
        this.link = link;
        this.reading = reading;
        this.damaged = new RepeatedReading(reading.operation().effect());
        this.during = SecretMask.mask(reading.operation().summary());
        this.request = new Request(wire, cluster, node, credential, reading.operation());
        this.retries = new RetryPolicy(wire, link, node, reading.operation(), request, during);
    }

    /** The operation in words, without secrets. */
    String during() {
        return during;
    }

    /** The last answer, as far as it came. */
    String heard() {
        return page.isEmpty() ? reading.heard() : page;
    }

    /** Whether the node refused because it has no such service. */
    boolean notOffered() {
        return retries.notOffered();
    }

    T make() throws LinkException, InterruptedException {
        try {
            return perform();
        } catch (LinkException e) {
            throw sent ? e : LinkException.unsent(e.failure());
        }
    }

    private T perform() throws LinkException, InterruptedException {
        retries.takeTurn();
        Timeouts waiting = reading.waiting();
        while (true) {
            try {
                Optional<T> value = once(waiting);
                if (value.isPresent()) {
                    return value.get();
                }
            } catch (LinkException e) {
                if (!mayRepeat(e.failure())) {
                    throw e;
                }
            }
            retries.takeTurn();
        }
    }

    /** One try; empty where the next one may succeed. */
    private Optional<T> once(Timeouts waiting) throws LinkException, InterruptedException {
        page = "";
        try (Response reply = request.send(waiting, link, during, () -> sent = true)) {
            if (reply.status() == 200) {
                return Optional.of(reading.read(reply));
            }
            byte[] body = reply.envelope(wire.config().longestAnswer());
            page = new String(body, StandardCharsets.UTF_8);
            if (isFault(reply.status(), page)) {
                Envelope.readFault(new ByteArrayInputStream(body));
            }
            retries.afterStatus(reply.status(), page, waiting.headers());
        } catch (SoapFault e) {
            retries.afterFault(e, waiting.headers());
        } catch (Unreadable e) {
            throw new LinkException(
                    PageText.isPage(heard()) ? retries.pageInstead(200, heard()) : retries.notUnderstood(e));
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (IOException e) {
            throw new LinkException(request.failure(e, during));
        }
        return Optional.empty();
    }

    /** SOAP 1.1 has faults come with 500; the status of a refused rate is not documented. Some speak for themselves. */
    private static boolean isFault(int status, String page) {
        return switch (status) {
            case 401, 403, 404, 503, 599 -> false;
            case 500 -> page.contains("Envelope");
            default -> status >= 400 && page.contains("Envelope") && page.contains("Fault");
        };
    }

    private boolean mayRepeat(LinkFailure failure) {
        if (link.isClosed() || !reading.repeatable()) {
            return false;
        }
        boolean broken = failure instanceof LinkFailure.Lost || failure instanceof LinkFailure.PageInstead;
        boolean brokenOnce = broken && !repeated;
        repeated |= broken;
        return brokenOnce || damaged.mayFollow(failure);
    }
}
