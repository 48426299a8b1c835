package io.presencemedic.recovery;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.LineMemory;
import java.util.List;
import java.util.Optional;

/** What belongs to a hand-over beside its sentence: what is wrong, what was tried, what could not be looked at. */
final class HandOverContext {
    private HandOverContext() {}

    static FailureContext of(List<OpenFinding> ills, List<String> undetermined, LineMemory memory) {
        return new FailureContext(
                ills.stream()
                        .filter(ill -> !ill.tried(memory.chapters()).isEmpty())
                        .flatMap(ill -> bundle(ill).stream())
                        .map(DocumentRef::id)
                        .findFirst()
                        .orElse(null),
                List.of(),
                List.of(),
                List.of());
    }

    private static Optional<DocumentRef> bundle(OpenFinding ill) {
        return RecoveryMessages.bundle(ill.finding().item());
    }
}
