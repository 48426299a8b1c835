package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;

/** Feature services were never activated (D1.4). */
final class ServiceNotActivated implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return StoppedServices.of(
                facts,
                Ailment.NOT_ACTIVATED,
                DocumentRef.D1_4,
                Severity.WARNING,
                "feature services were never activated, so they cannot run",
                "service-activate");
    }
}
