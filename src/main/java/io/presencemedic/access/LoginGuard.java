package io.presencemedic.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
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
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers those who show no valid key: after some failures of an address more slowly, then with 429 for a while. A valid
 * key is taken from every address at every time, so nobody locks out those who share an address with him.
 */
@ApplicationScoped
class LoginGuard {
    static final int AT_ONCE = 5;
    static final int SLOWLY = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int MOST_WAITING = 200;
    private static final int MOST_ADDRESSES = 50_000;

    private final Refusals refusals;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Cache<String, Failures> failures;

    LoginGuard(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterWrite(WINDOW)
                .ticker(ticker(clock))
                .build();
    }

    private static Ticker ticker(Clock clock) {
        return () -> clock.millis() * 1_000_000;
    }

    /**
     * Failed logins of an address.
     *
     * @param since when the first one was
     * @param count how many there have been
     */
    private record Failures(Instant since, int count) {
        Failures another(Instant now) {
            return now.isBefore(since.plus(WINDOW)) ? new Failures(since, count + 1) : new Failures(now, 1);
        }
    }

    /** The answer to a request without a valid key, when it is time for it. */
    Uni<Problem> refuse(RoutingContext request) {
        Refusal refusal = Requests.refusal(request);
        if (refusal == null) {
            return Uni.createFrom().item(() -> unauthenticated(null));
        }
        Failures counted = count(Requests.address(request));
        Problem problem = counted.count() > SLOWLY ? tooMany(counted) : unauthenticated(refusal);
        refusals.note(
                Actor.unknown(Requests.address(request), RequestId.of(request)),
                "login.refuse",
                problem.status() == 429 ? problem.code() : refusal.name(),
                Requests.target(request));
        return delayed(problem, counted.count());
    }

    private Failures count(@Nullable String address) {
        Instant now = clock.instant();
        return failures.asMap()
                .compute(
                        address == null ? "" : address,
                        (key, known) -> known == null ? new Failures(now, 1) : known.another(now));
    }

    private Uni<Problem> delayed(Problem problem, int count) {
        boolean isSlow = problem.status() != 429 && count > AT_ONCE;
        if (!isSlow || waiting.get() >= MOST_WAITING) {
            return Uni.createFrom().item(problem);
        }
        waiting.incrementAndGet();
        return Uni.createFrom()
                .item(problem)
                .onItem()
                .delayIt()
                .by(STEP.multipliedBy(count - AT_ONCE))
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    private Problem tooMany(Failures counted) {
        Duration left = Duration.between(clock.instant(), counted.since().plus(WINDOW));
        return Problem.of(
                        429,
                        "TOO_MANY_FAILED_LOGINS",
                        "Too many requests from this address showed no valid key. Wait, and correct the key.")
                .retryAfter(left);
    }

    private static Problem unauthenticated(@Nullable Refusal refusal) {
        String detail = refusal == Refusal.MISTYPED
                ? "The API key has a typing error: its checksum does not fit. Copy it again."
                : "A valid API key is needed. Send it as X-API-Key or as Authorization: Bearer.";
        return Problem.of(401, "UNAUTHENTICATED", detail);
    }
}
