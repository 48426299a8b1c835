package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.redaction.SecretMask;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is done about an answer that is none: either the request goes once more, a little later or in another way, or
 * the call ends in a typed failure.
 */
final class RetryPolicy {
    private static final Duration TURN = Duration.ofMinutes(3);
    private static final int MOST_PAUSES = 3;
    private static final int LONGEST_WORDS = 600;

    private final HttpWebServices wire;
    private final NodeWebServices link;
    private final Node node;
    private final Operation<?> operation;
    private final Request request;
    private final String during;
    private final Set<AxlVersion> tried = EnumSet.noneOf(AxlVersion.class);
    private final Set<AxlVersion> askedAgain = EnumSet.noneOf(AxlVersion.class);
    private int pauses;
    private boolean notOffered;

    RetryPolicy(
            HttpWebServices wire,
            NodeWebServices link,
            Node node,
            Operation<?> operation,
            Request request,
            String during) {
        this.wire = wire;
        this.link = link;
        this.node = node;
        this.operation = operation;
        this.request = request;
        this.during = during;
    }

    /** Waits until the node's limit of requests lets one more through. */
    void takeTurn() throws LinkException, InterruptedException {
        if (operation.service() != SoapService.AXL
                && !wire.limit(request.authority()).enter(Deadline.in(TURN), link::isClosed)) {
            throw new LinkException(
                    new LinkFailure.Busy(node.name(), during, "its limit of requests per minute is used up"));
        }
        if (link.isClosed()) {
            throw new LinkException(new LinkFailure.GivenUp(node.name(), during));
        }
    }

    /** Whether the node said that it has no such service, so that another one may be asked for the same. */
    boolean notOffered() {
        return notOffered;
    }

    void afterFault(SoapFault fault, Deadline deadline) throws LinkException, InterruptedException {
        String words = SecretMask.mask(fault.words());
        if (!fault.throttled()) {
            notOffered = fault.notOffered();
            throw new LinkException(new LinkFailure.Refused(node.name(), during, words));
        }
        pause(words, deadline);
    }

    void afterStatus(int status, String page, Deadline deadline) throws LinkException, InterruptedException {
        switch (status) {
            case 401, 404 -> {
                if (!request.forgetSession()) {
                    notOffered = status == 404;
                    throw new LinkException(status == 401 ? unauthorized() : notThere(status, page));
                }
            }
            case 403 ->
                throw new LinkException(
                        new LinkFailure.NotAuthorised(node.name(), request.account(), operation.name()));
            case 429, 503 -> pause(words(status, page), deadline);
            case 599 -> otherVersion(page);
            default -> {
                notOffered = status == 405 || status == 501;
                throw new LinkException(
                        status >= 500 && !notOffered ? pageInstead(status, page) : refused(status, page));
            }
        }
    }

    /** An account that may only read is told so with the same status as a wrong password. */
    private LinkFailure unauthorized() {
        return operation.effect() == Effect.CHANGES && request.wasAccepted()
                ? new LinkFailure.NotAuthorised(node.name(), request.account(), operation.name())
                : new TrustFailure.NotAuthenticated(node.name(), request.account());
    }

    private void pause(String words, Deadline deadline) throws LinkException, InterruptedException {
        long millis = wire.config().throttlePause().toMillis() << pauses;
        if (pauses++ == MOST_PAUSES || deadline.remaining().toMillis() < millis) {
            throw new LinkException(new LinkFailure.Busy(node.name(), during, words));
        }
        try {
            link.closing().get(millis, TimeUnit.MILLISECONDS);
            throw new LinkException(new LinkFailure.GivenUp(node.name(), during));
        } catch (TimeoutException | ExecutionException e) {
            return;
        }
    }

    /** Another version that the node lists; or, once, one that it refused although it lists it. */
    private void otherVersion(String page) throws LinkException {
        tried.add(request.version());
        List<AxlVersion> listed = AxlVersion.supported(PageText.of(page));
        AxlVersion next = listed.stream()
                .filter(version -> !tried.contains(version))
                .findFirst()
                .or(() -> listed.stream()
                        .filter(version -> askedAgain.add(version))
                        .findFirst())
                .orElseThrow(() -> new LinkException(new LinkFailure.NoCommonVersion(node.name(), words(599, page))));
        wire.accepts(request.authority(), next);
    }

    private LinkFailure notThere(int status, String page) {
        return new LinkFailure.NotServing(node.name(), during, words(status, page) + ": is the service active?");
    }

    private LinkFailure refused(int status, String page) {
        return new LinkFailure.Refused(node.name(), during, words(status, page));
    }

    /** What a page says that came although the service was to answer. */
    LinkFailure pageInstead(int status, String page) {
        return new LinkFailure.PageInstead(node.name(), during, words(status, page));
    }

    /** The page that came with a status, as one sentence. */
    private static String words(int status, String page) {
        String text = PageText.of(page);
        String words = "HTTP status " + status + (text.isEmpty() ? "" : " (" + text + ")");
        return SecretMask.mask(words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }

    LinkFailure notUnderstood(Unreadable e) {
        return new LinkFailure.NotUnderstood(node.name(), during, e.line(), SecretMask.mask(e.text()), e.why());
    }
}
