package io.presencemedic.recovery;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.PastChapter;
import java.util.List;

/**
 * Something that is wrong.
 *
 * @param finding what it is
 * @param remedies what may be run for it
 */
record RemediedFinding(Finding finding, List<Chapter> remedies) {
    /** What was run for it in vain. */
    List<PastChapter> tried(List<PastChapter> past) {
        return past.stream()
                .filter(chapter -> remedies.stream().anyMatch(chapter::was))
                .toList();
    }
}
