package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.Version;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.List;
import java.util.stream.Stream;

/** What the rules on a Presence Engine that is down by itself have in common (D6.4, D6.5). */
final class PresenceEngine {
    /** What binds the engine comes first in the document. */
    static final List<String> BOUND = List.of(NodeOutsideGroup.CODE, SubclusterMismatch.CODE);

    private PresenceEngine() {}

    /** The nodes whose engine is down by itself, of the release that has a known defect or of another. */
    static Stream<NodeAilment> down(Picture facts, boolean hasDefect) {
        return NodeAilment.find(facts, Ailment.PRESENCE_ENGINE).filter(found -> hasDefect(facts, found) == hasDefect);
    }

    private static boolean hasDefect(Picture facts, NodeAilment found) {
        return found.services()
                .node()
                .known(Topic.VERSION)
                .map(fact -> isAffected(fact.value().version()))
                .orElseGet(() -> facts.known(Topic.VERSION).stream()
                        .anyMatch(fact -> isAffected(fact.value().version())));
    }

    private static boolean isAffected(Version version) {
        return version.major() == 12 && version.minor() == 5;
    }

    static Draft draft(NodeAilment found, DocumentRef item, String words) {
        boolean only = found.all().onlyEngineDown();
        String summary = "On " + found.node() + " " + (only ? "everything runs but " : "this does not run by itself: ")
                + found.listed() + "." + words;
        return found.draft(item, Severity.ERROR, summary)
                .symptomOf(BOUND)
                .symptomOf(List.of(PresenceEngineDownOnBothNodes.CODE))
                .runbook("presence-engine-alone-down");
    }
}
