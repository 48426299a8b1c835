package io.presencemedic.access;

import io.presencemedic.access.FailedLogins.Consequence;
import io.presencemedic.access.KeyRing.Refusal;
import io.presencemedic.audit.Actor;
import io.presencemedic.audit.Refusals;
import io.presencemedic.http.Problem;
import io.presencemedic.http.RequestId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers those who show no valid key: after some failures of an address more slowly, then with 429 for a while. A
 * valid key is taken from every address at every time, so nobody locks out those who share an address with him.
 */
@ApplicationScoped
class LoginGuard {
    private static final String TOO_MANY = "TOO_MANY_FAILED_LOGINS";
    private static final int MOST_WAITING = 200;

    private final Refusals refusals;
    private final FailedLogins failures;
    private final AtomicInteger waiting = new AtomicInteger();

    LoginGuard(Refusals refusals, AccessConfig config, Clock clock) {
        this.refusals = refusals;
        this.failures = new FailedLogins(config.failedLogins(), clock);
    }

    /** The answer to a request without a valid key, when it is time for it. */
    Uni<Problem> refuse(RoutingContext request) {
        Refusal refusal = Requests.refusal(request);
        if (refusal == null) {
            return Uni.createFrom().item(() -> unauthenticated(null));
        }
        String address = Requests.address(request);
        Consequence consequence = failures.another(address == null ? "" : address);
        refusals.note(
                Actor.unknown(address, RequestId.of(request)),
                "login.refuse",
                consequence.isRefusal() ? TOO_MANY : refusal.name(),
                Requests.target(request));
        return consequence.isRefusal()
                ? Uni.createFrom().item(tooMany(consequence.retryAfter()))
                : delayed(unauthenticated(refusal), consequence.delay());
    }

    private Uni<Problem> delayed(Problem problem, Duration delay) {
        if (delay.isZero() || waiting.get() >= MOST_WAITING) {
            return Uni.createFrom().item(problem);
        }
        waiting.incrementAndGet();
        return Uni.createFrom()
                .item(problem)
                .onItem()
                .delayIt()
                .by(delay)
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    private static Problem tooMany(Duration wait) {
        return Problem.of(
                        429,
                        TOO_MANY,
                        "Too many requests from this address showed no valid key. Wait, and correct the key.")
                .retryAfter(wait);
    }

    private static Problem unauthenticated(@Nullable Refusal refusal) {
        String detail = refusal == Refusal.MISTYPED
                ? "The API key has a typing error: its checksum does not fit. Copy it again."
                : refusal == Refusal.BAD_TOKEN
                        ? "The token is not valid, or no longer. Get a new one from the identity provider."
                        : "A valid API key is needed. Send it as X-API-Key or as Authorization: Bearer.";
        return Problem.of(401, "UNAUTHENTICATED", detail);
    }
}
