package io.presencemedic.notify;

import io.presencemedic.notify.delivery.DeliveryFailure;
import io.presencemedic.notify.delivery.Exchange;
import io.presencemedic.notify.delivery.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status HTTP status; null where no answer came
 * @param answer the first bytes of the answer; null where none came
 * @param failure why it did not reach its aim; null where it did
 * @param detail more about that for a person
 * @param retryAfter how long the receiver wants to be left alone; empty where it did not say
 */
record Attempt(
        Verdict verdict,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable DeliveryFailure failure,
        @Nullable String detail,
        Optional<Duration> retryAfter) {
    private static final int GONE = 410;

    /** What follows from it. */
    enum Verdict {
        /** The receiver has it. */
        DELIVERED,
        /** It is sent again later. */
        AGAIN,
        /** The receiver wants nothing any more. */
        GONE,
        /** This message can never be delivered; the next one may. */
        HOPELESS
    }

    static Attempt of(Exchange exchange, Instant now) {
        if (exchange instanceof Exchange.Answered answer) {
            return of(answer, now);
        }
        Exchange.Unanswered none = (Exchange.Unanswered) exchange;
        return failed(none.failure(), none.detail());
    }

    private static Attempt of(Exchange.Answered answer, Instant now) {
        Optional<Duration> pause = RetryAfter.parse(answer.retryAfter(), now);
        if (answer.isTaken()) {
            return new Attempt(Verdict.DELIVERED, answer.status(), answer.first(), null, null, Optional.empty());
        }
        return answer.status() == GONE
                ? new Attempt(Verdict.GONE, GONE, answer.first(), DeliveryFailure.GONE, null, Optional.empty())
                : new Attempt(
                        Verdict.AGAIN, answer.status(), answer.first(), DeliveryFailure.NOT_ACCEPTED, null, pause);
    }

    /** An attempt without an answer, to be made again. */
    static Attempt failed(DeliveryFailure failure, String detail) {
        return new Attempt(Verdict.AGAIN, null, null, failure, detail, Optional.empty());
    }

    /** A message that nobody can take. */
    static Attempt hopeless(Exchange.Answered answer, DeliveryFailure failure, String detail) {
        return new Attempt(Verdict.HOPELESS, answer.status(), answer.first(), failure, detail, Optional.empty());
    }
}
