package io.presencemedic.recovery;

import io.presencemedic.diagnosis.Finding;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.PastChapter;
import java.util.List;
import java.util.Optional;

/**
 * Something that is wrong.
 *
 * @param finding what it is
 * @param remedies what may be run for it
 */
record Ill(Finding finding, List<Chapter> remedies) {
    /** The first remedy that was not run for this cause yet. */
    Optional<Chapter> next(List<PastChapter> past) {
        return remedies.stream()
                .filter(remedy -> past.stream().noneMatch(chapter -> isSame(remedy, chapter)))
                .findFirst();
    }

    /** What was run for it in vain. */
    List<PastChapter> tried(List<PastChapter> past) {
        return past.stream()
                .filter(chapter -> remedies.stream().anyMatch(remedy -> isSame(remedy, chapter)))
                .toList();
    }

    private static boolean isSame(Chapter remedy, PastChapter chapter) {
        return remedy.runbook().equals(chapter.runbook()) && remedy.cause().equals(chapter.cause());
    }
}
