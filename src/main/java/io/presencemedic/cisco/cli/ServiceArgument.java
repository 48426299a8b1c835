package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import java.time.Duration;
import java.util.regex.Pattern;

/** What the commands that take a service have in common. */
final class ServiceArgument {
    /** Restarting the web server takes its time. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A service that is on its way is told of line by line; where nothing comes for so long, the list tells more. */
    static final Duration SILENCE = Duration.ofSeconds(45);

    private ServiceArgument() {}

    /** Names begin so that the platform has printed; the catalogue cannot know the services of every release (D1.5). */
    private static final Pattern PRINTED = Pattern.compile("(A )?Cisco [A-Za-z0-9 .,()&/'_+-]{2,70}");

    /** Only what the catalogue knows is sent to a node, or what has the form of a name that the platform prints. */
    static void check(ServiceName service) {
        if ((ServiceCatalog.describe(service).isEmpty()
                        && !PRINTED.matcher(service.value()).matches())
                || !service.value().matches("[A-Za-z0-9 .,()&/'_+-]{2,80}")) {
            throw new IllegalArgumentException("The catalogue has no service of that name: " + service);
        }
    }
}
