package io.presencemedic.cisco.service;

import java.util.List;
import java.util.Optional;

/**
 * What {@code utils service list} said.
 *
 * @param services the rows in the order of the list, platform rows included
 * @param complete whether the list ran to its end; an incomplete list proves nothing about the services it does not
 *     name
 */
public record ServiceList(List<ServiceStatus> services, boolean complete) {
    public ServiceList {
        services = List.copyOf(services);
    }

    /** The row of a service, also where the node's release spells its name otherwise. */
    public Optional<ServiceStatus> find(ServiceName name) {
        return services.stream()
                .filter(row -> ServiceCatalog.same(row.name(), name))
                .findFirst();
    }

    /** The services that are in the state, in the order of the list. */
    public List<ServiceName> in(ServiceState state) {
        return services.stream()
                .filter(row -> row.state() == state)
                .map(ServiceStatus::name)
                .toList();
    }

    /** What the service needs and is stopped on the node, so that it waits in vain; empty where nothing is. */
    public Optional<ServiceName> stoppedNeed(ServiceName service) {
        return ServiceCatalog.allNeeds(service).stream()
                .filter(need -> find(need).filter(ServiceList::isStopped).isPresent())
                .findFirst();
    }

    private static boolean isStopped(ServiceStatus row) {
        return row.state().isStopped() && row.reason() != StopReason.NOT_ACTIVATED;
    }
}
