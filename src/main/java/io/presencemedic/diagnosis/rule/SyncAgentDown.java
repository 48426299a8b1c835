package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Evidence;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Sync Agent does not start: the document's checklist says why, or that the publishers must be restarted (D7). */
final class SyncAgentDown implements Rule {
    private static final String CODE = "SYNC_AGENT_DOWN";
    private static final List<Topic<?>> CHECKED = List.of(
            Topic.VERSION,
            Topic.SYNC_AGENT_CONFIG,
            Topic.APPLICATION_USER,
            Topic.DIAGNOSTIC_TESTS,
            Topic.PROCESS_NODES);

    @Override
    public Verdict look(ClusterFacts facts) {
        List<NodeAilment> down = NodeAilment.find(facts, Ailment.SYNC_AGENT).toList();
        List<Evidence> symptom = down.stream()
                .flatMap(found -> found.services().evidence(found.rows()).stream())
                .toList();
        List<Finding> causes = new ArrayList<>();
        SyncAgentChecks checks = new SyncAgentChecks(facts);
        Stream.of(checks.versions(), checks.axlService(), checks.serverList(), checks.tests(), checks.connectivity())
                .forEach(found -> found.ifPresent(draft -> causes.add(caused(draft, symptom))));
        SyncAgentSettings settings = new SyncAgentSettings(facts);
        Stream.of(settings.readable(), settings.address(), settings.user(), settings.credentials())
                .forEach(found -> found.ifPresent(draft -> causes.add(caused(draft, symptom))));
        if (causes.isEmpty()) {
            down.forEach(found -> causes.add(unexplained(found, missing(facts))));
        }
        return new Verdict(causes, down.isEmpty() ? List.of() : missing(facts));
    }

    private static Finding caused(Draft draft, List<Evidence> symptom) {
        return draft.evidence(symptom)
                .causes(symptom.isEmpty() ? List.of() : List.of(CODE))
                .runbook("sync-agent-checklist")
                .finding();
    }

    private static Finding unexplained(NodeAilment found, List<Undetermined> missing) {
        boolean checked = missing.isEmpty();
        String summary = "On " + found.node() + " the Sync Agent does not start: " + found.listed() + ". "
                + (checked
                        ? "Every check of the document passes; restart the CUCM publisher, then the IM and Presence"
                                + " publisher, with high availability off."
                        : "The document's checklist says why; parts of it could not be checked.");
        return Draft.of(CODE, checked ? DocumentRef.D7_6 : DocumentRef.D7, Severity.ERROR, summary)
                .evidence(found.services().evidence(found.rows()))
                .runbook("sync-agent-checklist")
                .finding();
    }

    private static List<Undetermined> missing(ClusterFacts facts) {
        return CHECKED.stream()
                .filter(topic -> facts.known(topic).isEmpty())
                .map(topic -> new Undetermined(
                        null, topic.name(), "Without it a check of the Sync Agent's checklist stays open."))
                .toList();
    }
}
