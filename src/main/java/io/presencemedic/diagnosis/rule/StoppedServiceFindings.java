package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;

/** What the rules on services that should run and do not have in common: they go by the note on the right (D1.3). */
final class StoppedServiceFindings {
    /** Starts services that are down for no reason of their own. */
    static final RunbookName START = RunbookName.STOPPED_SERVICES_START;

    private StoppedServiceFindings() {}

    /** One finding per node, with the services as its sentence lists them. */
    static RuleResult of(
            RuleContext facts,
            OutageCause cause,
            DocumentRef item,
            Severity severity,
            String words,
            RunbookName runbook) {
        return RuleResult.of(NodeOutage.find(facts, cause).map(found -> found.draft(
                        item, severity, "On " + found.node() + " " + words + ": " + found.listed() + ".")
                .runbook(runbook)));
    }
}
