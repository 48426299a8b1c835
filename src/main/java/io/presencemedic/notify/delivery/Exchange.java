package io.presencemedic.notify.delivery;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface Exchange {
    /**
     * It was answered.
     *
     * @param status HTTP status
     * @param retryAfter the header Retry-After; null where there is none
     * @param body the answer, cut at {@link HttpSender#MOST_READ} bytes
     */
    record Answered(int status, @Nullable String retryAfter, byte[] body) implements Exchange {
        private static final int FIRST = 512;

        /** Whether the receiver has taken it; a redirect is not taken, because nothing is followed. */
        public boolean isTaken() {
            return status >= 200 && status <= 299;
        }

        /** The first bytes of the answer as text, without control characters. */
        public String first() {
            String text = new String(body, 0, Math.min(body.length, FIRST), StandardCharsets.UTF_8);
            return text.codePoints()
                    .map(point -> Character.isISOControl(point) || point == 0xFFFD ? ' ' : point)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .strip();
        }
    }

    /**
     * It was not answered, or not sent at all.
     *
     * @param failure why
     * @param detail more for a person
     */
    record Unanswered(DeliveryFailure failure, String detail) implements Exchange {}
}
