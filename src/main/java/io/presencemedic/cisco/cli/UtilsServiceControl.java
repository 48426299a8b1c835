package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * {@code utils service start|stop|restart|activate NAME}: it succeeded where the last state is the verb's goal. What
 * the platform prints for {@code activate} is not known: any answer that does not speak of a failure is accepted there,
 * and counts as succeeded only where it shows the goal.
 *
 * @param verb what is to become of the service
 * @param service the service, of the catalogue or of a name that the platform prints
 */
public record UtilsServiceControl(Verb verb, ServiceName service) implements Command<ServiceControl> {
    /** What can be done to a service. */
    public enum Verb {
        /** Start. */
        START(Set.of(ServiceState.STARTED)),
        /** Stop. */
        STOP(Set.of(ServiceState.STOPPED, ServiceState.NOTRUNNING)),
        /** Stop, then start. */
        RESTART(Set.of(ServiceState.STARTED)),
        /** Let it be started at all. */
        ACTIVATE(Set.of(ServiceState.STARTED));

        private final Set<ServiceState> goal;

        Verb(Set<ServiceState> goal) {
            this.goal = goal;
        }

        /** The states of which one stands at the end where it succeeded. */
        public Set<ServiceState> goal() {
            return goal;
        }
    }

    /**
     * @throws IllegalArgumentException where it is neither in the catalogue nor of the form that the platform prints
     */
    public UtilsServiceControl {
        ServiceArgument.check(service);
    }

    /**
     * Starts a service.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static UtilsServiceControl start(ServiceName service) {
        return new UtilsServiceControl(Verb.START, service);
    }

    /**
     * Stops a service.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static UtilsServiceControl stop(ServiceName service) {
        return new UtilsServiceControl(Verb.STOP, service);
    }

    /**
     * Restarts a service.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static UtilsServiceControl restart(ServiceName service) {
        return new UtilsServiceControl(Verb.RESTART, service);
    }

    /**
     * Activates a service.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static UtilsServiceControl activate(ServiceName service) {
        return new UtilsServiceControl(Verb.ACTIVATE, service);
    }

    @Override
    public String text() {
        return "utils service " + verb.name().toLowerCase(Locale.ROOT) + " " + service;
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
        return switch (verb) {
            case START, RESTART -> ServiceArgument.SILENCE;
            case STOP, ACTIVATE -> patience();
        };
    }

    @Override
    public ServiceControl read(Answer answer) throws Unreadable {
        try {
            return ServiceProgress.read(answer, service, verb.goal());
        } catch (Unreadable otherForm) {
            if (verb != Verb.ACTIVATE) {
                throw otherForm;
            }
            PlainText.read(answer);
            return new ServiceControl(service, null, null, false);
        }
    }
}
