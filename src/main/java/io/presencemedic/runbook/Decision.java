package io.presencemedic.runbook;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step concludes from looking. Every decision says why, in a sentence for a person. */
public sealed interface Decision {
    /** The reason, for the report. */
    String why();

    /** Nothing is left to do on this line. */
    record Done(String why) implements Decision {}

    /** The procedure's symptom is not there: nothing is to be done by the whole runbook. */
    record Unneeded(String why) implements Decision {}

    /**
     * A change is needed.
     *
     * @param notes what was seen before the change and is wanted later, such as the users per group (C9)
     * @param found the state that was found before, as a value: by it the next look tells whether a change whose answer
     *     never came was heard, however the reason is worded; null where the step names none
     */
    record Act(
            String why,
            Change change,
            Map<String, String> notes,
            @Nullable String found) implements Decision {
        public Act {
            notes = Map.copyOf(notes);
        }

        public Act(String why, Change change, Map<String, String> notes) {
            this(why, change, notes, null);
        }

        public Act(String why, Change change) {
            this(why, change, Map.of());
        }

        /** The same, with the state that was found. */
        public Act found(String state) {
            return new Act(why, change, notes, state);
        }
    }

    /**
     * The goal is not reached and may be reached without doing anything.
     *
     * @param sinceAct look again when this long has passed since the line's last change; null for the usual pause
     * @param context what belongs to the failure if the line's patience ends with this
     */
    record Wait(String why, @Nullable Duration sinceAct, FailureContext context) implements Decision {
        public Wait(String why, @Nullable Duration sinceAct) {
            this(why, sinceAct, FailureContext.NONE);
        }

        public Wait(String why) {
            this(why, null);
        }
    }

    /** The step must not be done as things are; nothing was changed by it. */
    record Refuse(String code, String why, FailureContext context) implements Decision {
        public Refuse(String code, String why) {
            this(code, why, FailureContext.NONE);
        }
    }

    /**
     * The step was tried and its goal cannot be reached.
     *
     * @param switchedOn whether what the step switches on is on all the same, so that nothing is owed any more
     */
    record Fail(String code, String why, FailureContext context, boolean switchedOn) implements Decision {
        public Fail(String code, String why, FailureContext context) {
            this(code, why, context, false);
        }

        public Fail(String code, String why) {
            this(code, why, FailureContext.NONE);
        }

        /** What the step switches on is on, and that does not help. */
        public static Fail thoughOn(String code, String why) {
            return new Fail(code, why, FailureContext.NONE, true);
        }
    }

    /** What is left to do can only be done by persons: the job ends and needs their attention. */
    record HandOver(String code, String why, FailureContext context) implements Decision {
        public HandOver(String code, String why) {
            this(code, why, FailureContext.NONE);
        }
    }

    /** Another runbook is to be done next; then the step looks again, in a line of its own. */
    record Continue(String why, Chapter chapter) implements Decision {}

    /**
     * Only a person can decide whether to go on.
     *
     * @param change what is sent once it is approved; null where approval lets the step go on without a change
     * @param context what belongs to the failure where nobody may be asked
     */
    record Ask(String why, @Nullable Change change, FailureContext context) implements Decision {
        public Ask(String why, @Nullable Change change) {
            this(why, change, FailureContext.NONE);
        }
    }
}
