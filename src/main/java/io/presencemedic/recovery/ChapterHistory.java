package io.presencemedic.recovery;

import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.PastChapter;
import java.util.List;

/**
 * What this job has done so far.
 *
 * @param chapters the procedures, in order
 */
record ChapterHistory(List<PastChapter> chapters) {
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
