package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ServiceControl;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import java.time.Duration;
import java.util.EnumSet;

/**
 * {@code utils service start NAME}: it succeeded where the last state is STARTED.
 *
 * @param service the service, of the catalogue
 */
public record UtilsServiceStart(ServiceName service) implements Command<ServiceControl> {
    /** @throws IllegalArgumentException where the catalogue has no such service */
    public UtilsServiceStart {
        ServiceArgument.check(service);
    }

    @Override
    public String text() {
        return "utils service start " + service;
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
    public Duration silence() {
        return ServiceArgument.SILENCE;
    }

    @Override
    public ServiceControl read(Answer answer) throws Unreadable {
        return ServiceProgress.read(answer, service, EnumSet.of(ServiceState.STARTED));
    }
}
