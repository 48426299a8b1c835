package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.Version;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.stream.Stream;

/** What the rules on a Presence Engine that is down by itself have in common (D6.4, D6.5). */
final class PresenceEngineOutage {
    /** What binds the engine comes first in the document. */
    static final List<String> BOUND = List.of(NodeOutsideGroupRule.CODE, SubclusterMismatchRule.CODE);

    private PresenceEngineOutage() {}

    /** The nodes whose engine is down by itself, of the release that has a known defect or of another. */
    static Stream<NodeOutage> down(RuleContext facts, boolean hasDefect) {
        return NodeOutage.find(facts, OutageCause.PRESENCE_ENGINE)
                .filter(found -> hasDefect(facts, found) == hasDefect);
    }

    private static boolean hasDefect(RuleContext facts, NodeOutage found) {
        return found.services()
                .node()
                .known(FactKey.VERSION)
                .map(fact -> isAffected(fact.value().version()))
                .orElseGet(() -> facts.known(FactKey.VERSION).stream()
                        .anyMatch(fact -> isAffected(fact.value().version())));
    }

    private static boolean isAffected(Version version) {
        return version.major() == 12 && version.minor() == 5;
    }

    private static boolean commandedOut(NodeOutage found) {
        return found.rows().stream().allMatch(row -> row.reason() == StopReason.COMMANDED_OUT_OF_SERVICE);
    }

    static FindingDraft draft(NodeOutage found, DocumentRef item, String words) {
        boolean only = found.all().onlyEngineDown();
        boolean proven = ServiceOrder.PRESENCE_ENGINE_PREREQUISITES.stream()
                .allMatch(name -> found.services().row(name.value()).isPresent());
        String summary = "On " + found.node() + " " + (only ? "everything runs but " : "this does not run by itself: ")
                + found.listed() + "." + words;
        if (!proven) {
            return found.draft(
                            DocumentRef.D6,
                            Severity.ERROR,
                            "On " + found.node() + " Presence Engine does not run: " + found.listed()
                                    + ". The list does not name all that it needs, so the cause cannot be told."
                                    + (commandedOut(found)
                                            ? " It was commanded out of service: try one start (D1.5)."
                                            : ""))
                    .symptomOf(BOUND)
                    .symptomOf(List.of(PresenceEngineDownOnBothNodesRule.CODE));
        }
        return found.draft(item, Severity.ERROR, summary)
                .symptomOf(BOUND)
                .symptomOf(List.of(PresenceEngineDownOnBothNodesRule.CODE))
                .runbook(RunbookName.PRESENCE_ENGINE_ALONE_DOWN);
    }
}
