package io.presencemedic.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the job remembers of a line, across waits and crashes. Times are on the cluster's own pace. */
public interface LineMemory {
    /** How many changes this line has made or tried to make. */
    int acts();

    /**
     * How many changes this line has made or tried to make, without tries that the end of the process broke off and
     * that left no trace.
     */
    int tries();

    /**
     * How often this line has made or tried to make this change. A try that the end of the process broke off counts
     * where the act's reason, which says what was found, is another one than then, or where that happens again and
     * again; otherwise the act would be made in its place.
     */
    int tries(Decision.Act act);

    /** How often the whole job has made or tried to make this change, this line included. */
    default int triesInJob(Change change) {
        return 0;
    }

    /** Whether the outcome of the last change is not known: the link or the process was lost before the answer came. */
    boolean lastActUnknown();

    /** Whether the line has waited for the cluster since its beginning. */
    boolean waited();

    /** What the platform answered to the last change; empty where no answer came or nothing was changed. */
    Optional<String> lastAnswer();

    /** Whether this long has passed since the last change; false where nothing was changed. */
    boolean actedAtLeast(Duration ago);

    /**
     * Whether this long has passed since the line began; the time in which its node could not be asked does not count,
     * up to a limit.
     */
    boolean begunAtLeast(Duration ago);

    /** Whether its node could not be asked for this long since the line began, all in all and up to a limit. */
    default boolean awayAtLeast(Duration time) {
        return false;
    }

    /** Whether it was held off for the planned time, or for what an operator asked for since. */
    boolean heldFor(Duration planned);

    /** What was noted before this line's changes and of their answers, and by the line that this one restores. */
    Map<String, String> notes();

    /** What the job's lines have noted last under this name, whichever line did. */
    default Optional<String> noted(String name) {
        return Optional.empty();
    }

    /** Whether an operator has approved this line. */
    boolean approved();

    /** The runbooks that the job has been through as its chapters, in order. */
    default List<PastChapter> chapters() {
        return List.of();
    }

    /** What the job has switched off and not switched on again. */
    default List<Hold> owed() {
        return List.of();
    }

    /** What the job had switched off, and found on again when it was to switch it on: somebody else has done so. */
    default List<Hold> overruled() {
        return List.of();
    }

    /** Whether an operator asked to switch on again what this job holds off. */
    boolean restoreRequested();
}
