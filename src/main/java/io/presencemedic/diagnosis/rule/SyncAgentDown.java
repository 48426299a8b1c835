package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Sync Agent does not start. Where an item of the document's checklist says why, it is a symptom of that; where all
 * of them pass, the publishers must be restarted (D7.6).
 */
final class SyncAgentDown implements Rule {
    static final String RUNBOOK = "sync-agent-checklist";

    private static final List<Topic<?>> CHECKED =
            List.of(Topic.VERSION, Topic.SYNC_AGENT_CONFIG, Topic.APPLICATION_USER, Topic.DIAGNOSTIC_TESTS);

    @Override
    public Ruling look(Picture facts) {
        List<NodeAilment> down = NodeAilment.find(facts, Ailment.SYNC_AGENT).toList();
        List<Undetermined> missing = missing(facts).toList();
        return new Ruling(
                down.stream().map(found -> draft(found, missing.isEmpty())).toList(),
                down.isEmpty() ? List.of() : missing);
    }

    private static Draft draft(NodeAilment found, boolean checked) {
        String summary = "On " + found.node() + " the Sync Agent does not start: " + found.listed() + ". "
                + (checked
                        ? "Every check of the document passes; restart the CUCM publisher, then the IM and Presence"
                                + " publisher, with high availability off."
                        : "The document's checklist says why; parts of it could not be checked.");
        return found.draft(
                        checked ? DocumentRef.D7_6 : DocumentRef.D7,
                        Severity.ERROR,
                        summary,
                        found.besides(List.of(Ailments.SYNC_AGENT)))
                .symptomOf(SyncAgentCheck.CODES)
                .runbook(RUNBOOK);
    }

    private static Stream<Undetermined> missing(Picture facts) {
        List<Topic<?>> topics = new ArrayList<>(CHECKED);
        topics.add(facts.known(Topic.SERVERS).isEmpty() ? Topic.PROCESS_NODES : Topic.SERVERS);
        if (facts.inventory() != null) {
            topics.add(Topic.AXL);
        }
        return topics.stream()
                .filter(topic -> facts.known(topic).isEmpty())
                .map(topic -> new Undetermined(
                        null, topic.name(), "Without it a check of the Sync Agent's checklist stays open."));
    }
}
