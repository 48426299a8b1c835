package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;

/** Services were commanded out of service and not started again (D1.5). */
final class CommandedOutOfService implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return StoppedServices.of(
                facts,
                Ailment.COMMANDED_OUT,
                DocumentRef.D1_5,
                Severity.ERROR,
                "services were commanded out of service and not started again",
                StoppedServices.START);
    }
}
