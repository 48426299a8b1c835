package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceName;
import java.time.Duration;

/** What the commands that take a service have in common. */
final class ServiceArgument {
    /** Restarting the web server takes its time. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private ServiceArgument() {}

    /** Only what the catalogue knows is sent to a node. */
    static void check(ServiceName service) {
        if (ServiceCatalog.describe(service).isEmpty() || !service.value().matches("[A-Za-z0-9 .,()&/'_+-]{2,80}")) {
            throw new IllegalArgumentException("The catalogue has no service of that name: " + service);
        }
    }
}
