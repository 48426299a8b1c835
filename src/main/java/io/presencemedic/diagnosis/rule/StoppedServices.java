package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Severity;
import org.jspecify.annotations.Nullable;

/** Services that should run and do not, by the note on their right (D1.3 to D1.6). */
record StoppedServices(
        Ailment ailment,
        String code,
        DocumentRef item,
        Severity severity,
        String words,
        @Nullable String runbook) implements Rule {
    private static final String START = "stopped-services-start";

    /** Commanded out of service (D1.5). */
    static StoppedServices commandedOut() {
        return new StoppedServices(
                Ailment.COMMANDED_OUT,
                "COMMANDED_OUT_OF_SERVICE",
                DocumentRef.D1_5,
                Severity.ERROR,
                "services were commanded out of service and not started again",
                START);
    }

    /** Never activated (D1.4). */
    static StoppedServices notActivated() {
        return new StoppedServices(
                Ailment.NOT_ACTIVATED,
                "SERVICE_NOT_ACTIVATED",
                DocumentRef.D1_4,
                Severity.WARNING,
                "feature services were never activated, so they cannot run",
                "service-activate");
    }

    /** Not running after a start (D1.6). */
    static StoppedServices failed() {
        return new StoppedServices(
                Ailment.FAILED_TO_START,
                "SERVICE_FAILED_TO_START",
                DocumentRef.D1_6,
                Severity.ERROR,
                "services are not running although they should",
                START);
    }

    /** Not started, and the list does not say why (D1.3). */
    static StoppedServices unexplained() {
        return new StoppedServices(
                Ailment.UNEXPLAINED,
                "SERVICE_NOT_STARTED",
                DocumentRef.D1_3,
                Severity.WARNING,
                "services that should run are not started",
                START);
    }

    @Override
    public Verdict look(ClusterFacts facts) {
        return Verdict.of(NodeAilment.find(facts, ailment).map(found -> Draft.of(
                        code, item, severity, "On " + found.node() + " " + words + ": " + found.listed() + ".")
                .evidence(found.services().evidence(found.rows()))
                .runbook(runbook)
                .finding()));
    }
}
