package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Sync Agent does not start. Where an item of the document's checklist says why, it is a symptom of that; where all
 * of them pass, the publishers must be restarted (D7.6).
 */
final class SyncAgentDownRule implements Rule {
    static final RunbookName RUNBOOK = RunbookName.SYNC_AGENT_CHECKLIST;

    private static final List<FactKey<?>> CHECKED =
            List.of(FactKey.VERSION, FactKey.SYNC_AGENT_CONFIG, FactKey.APPLICATION_USER, FactKey.DIAGNOSTIC_TESTS);

    @Override
    public RuleResult look(RuleContext facts) {
        List<NodeOutage> down = NodeOutage.find(facts, OutageCause.SYNC_AGENT).toList();
        List<Undetermined> missing = missing(facts).toList();
        return new RuleResult(
                down.stream().map(found -> draft(found, missing.isEmpty())).toList(),
                down.isEmpty() ? List.of() : missing);
    }

    private static FindingDraft draft(NodeOutage found, boolean checked) {
        String summary = "On " + found.node() + " the Sync Agent does not start: " + found.listed() + ". "
                + (checked
                        ? "Every check of the document passes; restart the CUCM publisher, then the IM and Presence"
                                + " publisher, with high availability off."
                        : "The document's checklist says why; parts of it could not be checked.");
        return found.draft(
                        checked ? DocumentRef.D7_6 : DocumentRef.D7,
                        Severity.ERROR,
                        summary,
                        found.besides(List.of(OutageCauses.SYNC_AGENT)))
                .symptomOf(SyncAgentCheck.CODES)
                .runbook(RUNBOOK);
    }

    private static Stream<Undetermined> missing(RuleContext facts) {
        List<FactKey<?>> topics = new ArrayList<>(CHECKED);
        topics.add(facts.known(FactKey.SERVERS).isEmpty() ? FactKey.PROCESS_NODES : FactKey.SERVERS);
        if (facts.inventory() != null) {
            topics.add(FactKey.AXL);
        }
        return topics.stream()
                .filter(topic -> facts.known(topic).isEmpty())
                .map(topic -> new Undetermined(
                        null, topic.name(), "Without it a check of the Sync Agent's checklist stays open."));
    }
}
