package io.presencemedic.runbook;

import org.jspecify.annotations.Nullable;

/**
 * A chapter of the job that is over.
 *
 * @param runbook the runbook's name
 * @param target the group, node or cluster that it worked on
 * @param cause what it was to remedy
 * @param failure its first line that failed; null where all went well
 * @param acted whether it changed anything, or tried to
 */
public record PastChapter(
        String runbook, String target, String cause, @Nullable Failure failure, boolean acted) {
    /**
     * How a line failed.
     *
     * @param code stable code
     * @param why one sentence for a person
     * @param context what belongs to it as values
     */
    public record Failure(String code, String why, FailureContext context) {}

    /** Whether it was the same procedure for the same cause. */
    public boolean was(Chapter chapter) {
        return runbook.equals(chapter.runbook()) && cause.equals(chapter.cause());
    }
}
