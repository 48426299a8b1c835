package io.presencemedic.recovery;

import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.PastChapter;
import java.util.List;
import java.util.Optional;

/**
 * What this job has done so far.
 *
 * @param chapters the procedures, in order
 */
record ChapterHistory(List<PastChapter> chapters) {
    /** That somebody else switched on what a procedure needed off; then nothing more is begun against him. */
    Optional<PastChapter.Failure> overruled() {
        return chapters.stream()
                .flatMap(chapter -> Optional.ofNullable(chapter.failure()).stream())
                .filter(failure -> failure.code().equals(Hold.SWITCHED_ON_BY_OTHERS))
                .findFirst();
    }

    /**
     * Whether the procedure may be run for this cause: it was not yet, or it found that it was not its turn, changed
     * nothing, and others have changed something since.
     */
    boolean allows(Chapter chapter) {
        boolean allowed = true;
        for (PastChapter past : chapters) {
            if (past.was(chapter)) {
                allowed = false;
                if (past.acted()) {
                    return false;
                }
            } else {
                allowed |= past.acted();
            }
        }
        return allowed;
    }
}
