package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;

/** Services are not running after a start (D1.6). */
final class ServiceFailedToStart implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return StoppedServices.of(
                facts,
                Ailment.FAILED_TO_START,
                DocumentRef.D1_6,
                Severity.ERROR,
                "services are not running although they should",
                StoppedServices.START);
    }
}
