package io.presencemedic.job.log;

import org.jspecify.annotations.Nullable;

/**
 * What was seen before a change.
 *
 * @param found the state, as a value; null where nobody has named it
 * @param why the reason for the change, in a sentence
 */
public record SeenBefore(@Nullable String found, String why) {
    /** Whether all is as it was then. Sentences are compared only where the state was not named. */
    boolean isSameAs(SeenBefore then) {
        return found == null || then.found == null ? why.equals(then.why) : found.equals(then.found);
    }
}
