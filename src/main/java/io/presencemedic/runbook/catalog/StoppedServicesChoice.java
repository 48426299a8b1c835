package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Parameters;
import java.util.List;

/**
 * The parameter that says what becomes of services that a restart with high availability on has left stopped (D1.5)
 * beside those that it has left STARTING (D2).
 */
final class StoppedServicesChoice {
    private static final String NAME = "stoppedServices";
    private static final String START = "START";
    private static final String LEAVE = "LEAVE";

    private StoppedServicesChoice() {}

    static ParameterSchema in(ParameterSchema schema) {
        return schema.choice(
                NAME,
                "LEAVE (the default) is for nodes on which nothing that is STARTING needs a service that is stopped;"
                        + " START starts what is stopped by hand (D1.5) while the replication-sync monitor is off",
                List.of(LEAVE, START));
    }

    /** Whether they are started within the procedure. */
    static boolean starts(Parameters parameters) {
        return parameters.text(NAME).filter(START::equals).isPresent();
    }
}
