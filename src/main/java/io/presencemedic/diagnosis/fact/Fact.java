package io.presencemedic.diagnosis.fact;

import io.presencemedic.link.LinkFailureCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a node: known with where it stood, or unknown with the reason.
 *
 * @param <T> what is known
 */
public sealed interface Fact<T> {
    /**
     * A known fact.
     *
     * @param value what is known
     * @param heard where it stood
     */
    record Known<T>(T value, CommandEvidence heard) implements Fact<T> {}

    /**
     * A fact that is not known.
     *
     * @param reason why, in a sentence for a person
     * @param heard the answer that was not understood; null where there was none
     * @param code stable code of the link's failure, such as {@code LINK_NOT_REACHABLE}; null where there was none
     */
    record Unknown<T>(
            String reason,
            @Nullable CommandEvidence heard,
            @Nullable String code) implements Fact<T> {
        /** The code of a question that was not answered within the diagnosis' time. */
        public static final String TIMED_OUT = "DIAGNOSIS_TIMED_OUT";

        /** Whether the node did not answer at all. */
        public boolean isSilence() {
            return isLate() || failure().filter(LinkFailureCode::isSilence).isPresent();
        }

        /** Whether there was no time left for the answer. */
        public boolean isLate() {
            return TIMED_OUT.equals(code);
        }

        /** How the link failed; empty where it did not. */
        public Optional<LinkFailureCode> failure() {
            return Optional.ofNullable(code).flatMap(LinkFailureCode::of);
        }

        /** Unknown for a reason that is no failure of the link. */
        public Unknown(String reason, @Nullable CommandEvidence heard) {
            this(reason, heard, null);
        }
    }

    /** What is known. */
    default Optional<Known<T>> known() {
        return this instanceof Known<T> known ? Optional.of(known) : Optional.empty();
    }
}
