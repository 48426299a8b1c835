package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;

/** Services are not started, and the list does not say why (D1.3). */
final class ServiceNotStarted implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return StoppedServices.of(
                facts,
                Ailment.UNEXPLAINED,
                DocumentRef.D1_3,
                Severity.WARNING,
                "services that should run are not started",
                StoppedServices.START);
    }
}
