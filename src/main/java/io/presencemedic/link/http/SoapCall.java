package io.presencemedic.link.http;

import io.presencemedic.cisco.SecretMask;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One operation, from the first request to a value or a typed failure. What was refused before it was carried out is
 * sent again in the right way: with another schema version, without a stale session, a little later. What may have been
 * carried out is sent again only if it reads.
 */
final class SoapCall<T> {
    private static final Duration TURN = Duration.ofMinutes(3);
    private static final int MOST_PAUSES = 3;
    private static final int LONGEST_WORDS = 600;

    private final HttpWebServices wire;
    private final NodeServices link;
    private final Node node;
    private final Operation<T> operation;
    private final Request request;
    private final String during;
    private final Set<AxlVersion> tried = EnumSet.noneOf(AxlVersion.class);
    private String heard = "";
    private int pauses;
    private boolean repeated;

    SoapCall(
            HttpWebServices wire,
            NodeServices link,
            Cluster cluster,
            Node node,
            Credential credential,
            Operation<T> operation) {
        this.wire = wire;
        this.link = link;
        this.node = node;
        this.operation = operation;
        this.during = SecretMask.mask(operation.summary());
        this.request = new Request(wire, cluster, node, credential, operation);
    }

    /** The operation in words, without secrets. */
    String during() {
        return during;
    }

    /** The last answer, as far as it came. */
    String heard() {
        return heard;
    }

    T make() throws LinkException, InterruptedException {
        Deadline deadline = Deadline.in(operation.patience());
        while (true) {
            takeTurn();
            HttpResponse<byte[]> response;
            try {
                response = request.send(deadline, link, during);
            } catch (LinkException e) {
                if (!mayRepeat(e.failure())) {
                    throw e;
                }
                continue;
            }
            heard = new String(response.body(), StandardCharsets.UTF_8);
            int status = response.statusCode();
            if (status == 200 || (status == 500 && isEnvelope())) {
                try {
                    return Envelope.read(operation, new ByteArrayInputStream(response.body()));
                } catch (SoapFault e) {
                    afterFault(e, deadline);
                } catch (Unreadable e) {
                    throw new LinkException(notUnderstood(e));
                }
            } else {
                afterStatus(status, deadline);
            }
        }
    }

    private void takeTurn() throws LinkException, InterruptedException {
        if (operation.service() != SoapService.AXL
                && !wire.limit(request.authority()).enter(Deadline.in(TURN), link::isClosed)) {
            throw new LinkException(
                    new LinkFailure.Busy(node.name(), during, "its limit of requests per minute is used up"));
        }
        if (link.isClosed()) {
            throw new LinkException(new LinkFailure.Lost(node.name(), during, LinkFailure.Lost.LINK_CLOSED));
        }
    }

    private boolean mayRepeat(LinkFailure failure) {
        boolean may = failure instanceof LinkFailure.Lost
                && operation.effect() == Effect.READS
                && !repeated
                && !link.isClosed();
        repeated = true;
        return may;
    }

    private boolean isEnvelope() {
        return heard.contains("Envelope");
    }

    private void afterFault(SoapFault fault, Deadline deadline) throws LinkException, InterruptedException {
        String words = SecretMask.mask(fault.words());
        if (!fault.throttled()) {
            throw new LinkException(new LinkFailure.Refused(node.name(), during, words));
        }
        pause(words, deadline);
    }

    private void afterStatus(int status, Deadline deadline) throws LinkException, InterruptedException {
        switch (status) {
            case 401, 404 -> {
                if (!request.forgetSession()) {
                    throw new LinkException(
                            status == 401 ? unauthorized() : refused(status, ": is the service active?"));
                }
            }
            case 403 ->
                throw new LinkException(
                        new LinkFailure.NotAuthorised(node.name(), request.account(), operation.name()));
            case 503 -> pause(words(status), deadline);
            case 599 -> otherVersion();
            default -> throw new LinkException(refused(status, ""));
        }
    }

    /** An account that may only read is told so with the same status as a wrong password. */
    private LinkFailure unauthorized() {
        return operation.effect() == Effect.CHANGES && request.wasAccepted()
                ? new LinkFailure.NotAuthorised(node.name(), request.account(), operation.name())
                : new LinkFailure.NotAuthenticated(node.name(), request.account());
    }

    private void pause(String words, Deadline deadline) throws LinkException, InterruptedException {
        long millis = wire.config().throttlePause().toMillis() << pauses;
        if (pauses++ == MOST_PAUSES || deadline.remaining().toMillis() < millis) {
            throw new LinkException(new LinkFailure.Busy(node.name(), during, words));
        }
        try {
            link.closing().get(millis, TimeUnit.MILLISECONDS);
            throw new LinkException(new LinkFailure.Lost(node.name(), during, LinkFailure.Lost.LINK_CLOSED));
        } catch (TimeoutException | ExecutionException e) {
            return;
        }
    }

    private void otherVersion() throws LinkException {
        tried.add(request.version());
        AxlVersion next = AxlVersion.newestOf(heard)
                .orElseThrow(() -> new LinkException(new LinkFailure.NoCommonVersion(node.name(), words(599))));
        if (tried.contains(next)) {
            throw new LinkException(new LinkFailure.NoCommonVersion(node.name(), words(599)));
        }
        wire.accepts(request.authority(), next);
    }

    private LinkFailure refused(int status, String advice) {
        return new LinkFailure.Refused(node.name(), during, words(status) + advice);
    }

    /** The page that came with a status, as one sentence. */
    private String words(int status) {
        String page = heard.replaceAll("(?is)<(style|script|head)\\b.*?</\\1>|<!--.*?-->|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String words = "HTTP status " + status + (page.isEmpty() ? "" : " (" + page + ")");
        return SecretMask.mask(words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }

    private LinkFailure notUnderstood(Unreadable e) {
        return new LinkFailure.NotUnderstood(node.name(), during, e.line(), SecretMask.mask(e.text()), e.why());
    }
}
