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

    private HighAvailabilityChoice() {}

    static ParameterSchema in(ParameterSchema schema) {
        return schema.choice(
                NAME,
                "AS_FOUND (the default) leaves high availability off where it was off before; ENABLE switches it on at the end in any case",
                List.of(AS_FOUND, ENABLE));
    }

    static Restoring.When of(Parameters parameters) {
        return parameters.text(NAME).filter(ENABLE::equals).isPresent()
                ? Restoring.When.OWED_OR_FOUND_OFF
                : Restoring.When.OWED;
    }
}
