package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;

/** What the rules on services that should run and do not have in common: they go by the note on the right (D1.3). */
final class StoppedServiceFindings {
    /** Starts services that are down for no reason of their own. */
    static final String START = "stopped-services-start";

    private StoppedServiceFindings() {}

    /** One finding per node, with the services as its sentence lists them. */
    static RuleResult of(
            RuleContext facts, OutageCause ailment, DocumentRef item, Severity severity, String words, String runbook) {
        return RuleResult.of(NodeOutage.find(facts, ailment).map(found -> found.draft(
                        item, severity, "On " + found.node() + " " + words + ": " + found.listed() + ".")
                .runbook(runbook)));
    }
}
