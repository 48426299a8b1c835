package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ServiceControl;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import java.time.Duration;
import java.util.EnumSet;

/**
 * {@code utils service activate NAME}. What the platform prints then is not known: any answer that does not speak of a
 * failure is accepted, and it counts as succeeded only where it shows the service STARTED.
 *
 * @param service the service, of the catalogue
 */
public record UtilsServiceActivate(ServiceName service) implements Command<ServiceControl> {
    /** @throws IllegalArgumentException where the catalogue has no such service */
    public UtilsServiceActivate {
        ServiceArgument.check(service);
    }

    @Override
    public String text() {
        return "utils service activate " + service;
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public Duration patience() {
        return ServiceArgument.PATIENCE;
    }

    @Override
    public ServiceControl read(Answer answer) throws Unreadable {
        try {
            return ServiceProgress.read(answer, service, EnumSet.of(ServiceState.STARTED));
        } catch (Unreadable otherForm) {
            PlainText.read(answer);
            return new ServiceControl(service, null, null, false);
        }
    }
}
