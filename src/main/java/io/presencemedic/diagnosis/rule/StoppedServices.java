package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;

/** What the rules on services that should run and do not have in common: they go by the note on the right (D1.3). */
final class StoppedServices {
    /** Starts services that are down for no reason of their own. */
    static final String START = "stopped-services-start";

    private StoppedServices() {}

    /** One finding per node, with the services as its sentence lists them. */
    static Ruling of(
            Picture facts, Ailment ailment, DocumentRef item, Severity severity, String words, String runbook) {
        return Ruling.of(NodeAilment.find(facts, ailment).map(found -> found.draft(
                        item, severity, "On " + found.node() + " " + words + ": " + found.listed() + ".")
                .runbook(runbook)));
    }
}
