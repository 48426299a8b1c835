package io.presencemedic.recovery;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.PastChapter;
import java.util.List;

/** What belongs to a hand-over beside its sentence: what is wrong, what was tried, what could not be looked at. */
final class HandOverContext {
    private HandOverContext() {}

    static FailureContext of(List<RemediedFinding> ills, List<Undetermined> undetermined, LineMemory memory) {
        return new FailureContext(
                ills.stream()
                        .filter(ill -> !ill.tried(memory.chapters()).isEmpty())
                        .flatMap(ill -> RecoveryMessages.bundle(ill.finding().item()).stream())
                        .map(DocumentRef::id)
                        .findFirst()
                        .orElse(null),
                ills.stream().map(ill -> open(ill.finding())).toList(),
                memory.chapters().stream().map(HandOverContext::attempt).toList(),
                undetermined.stream()
                        .map(missing -> new FailureContext.Unknown(missing.node(), missing.fact(), missing.reason()))
                        .toList());
    }

    private static FailureContext.OpenFinding open(Finding finding) {
        return new FailureContext.OpenFinding(
                finding.code(),
                finding.item(),
                finding.summary(),
                finding.group(),
                finding.nodes(),
                finding.services(),
                finding.defects().stream()
                        .map(defect -> new FailureContext.KnownDefect(
                                defect.id(), defect.link().toString()))
                        .toList(),
                finding.undelivered());
    }

    private static FailureContext.Attempt attempt(PastChapter chapter) {
        PastChapter.Failure failure = chapter.failure();
        return new FailureContext.Attempt(
                chapter.runbook(),
                chapter.target(),
                failure == null ? null : failure.code(),
                failure == null ? null : failure.why());
    }
}
