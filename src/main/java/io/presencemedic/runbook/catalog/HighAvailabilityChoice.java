package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Restoring;
import java.util.List;

/** The parameter that says how high availability is left: as it was found, or on as the document says literally. */
final class HighAvailabilityChoice {
    private static final String NAME = "highAvailability";
    private static final String ENABLE = "ENABLE";
    private static final String AS_FOUND = "AS_FOUND";
    private static final String LEAVE_OFF = "LEAVE_OFF";

    private HighAvailabilityChoice() {}

    static ParameterSchema in(ParameterSchema schema) {
        return schema.choice(
                NAME,
                "AS_FOUND (the default) leaves high availability off where it was off before; ENABLE switches it on at the end all the same,"
                        + " unless there was nothing to remedy; LEAVE_OFF leaves it off after success, for another procedure that follows",
                List.of(AS_FOUND, ENABLE, LEAVE_OFF));
    }

    static Restoring.When of(Parameters parameters) {
        return switch (parameters.text(NAME).orElse(AS_FOUND)) {
            case ENABLE -> Restoring.When.OWED_OR_FOUND_OFF;
            case LEAVE_OFF -> Restoring.When.KEPT;
            default -> Restoring.When.OWED;
        };
    }
}
