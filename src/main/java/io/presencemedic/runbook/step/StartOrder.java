package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.KnownService;
import io.presencemedic.cisco.service.Product;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceKind;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The services that should run on an IM and Presence node, each behind those that it needs: what both products have,
 * then the network services in the standard order (C10), then the features.
 */
final class StartOrder {
    /** What the services of IM and Presence need of the platform. */
    static final List<ServiceName> BASE = List.of(DocumentSection.DATABASE, ServiceOrder.TOMCAT);

    /** D6.1's services, each behind those of them that it needs. */
    static final List<ServiceName> PRESENCE_ENGINE_PREREQUISITES =
            behindNeeds(ServiceOrder.PRESENCE_ENGINE_PREREQUISITES);

    private final boolean publisher;
    private final Set<ServiceName> order = new LinkedHashSet<>();

    private StartOrder(boolean publisher) {
        this.publisher = publisher;
    }

    static List<ServiceName> of(Node node) {
        StartOrder order = new StartOrder(node.role() == NodeRole.IMP_PUBLISHER);
        order.addAll(known(ServiceKind.NETWORK).filter(known -> known.products().contains(Product.CUCM)));
        ServiceOrder.LARGER_START.forEach(order::addBehindOutsiders);
        order.addAll(known(ServiceKind.NETWORK));
        order.addAll(known(ServiceKind.FEATURE));
        return List.copyOf(order.order);
    }

    private static List<ServiceName> behindNeeds(List<ServiceName> services) {
        List<ServiceName> order = new ArrayList<>();
        services.forEach(service -> add(order, service, services));
        return List.copyOf(order);
    }

    private static void add(List<ServiceName> order, ServiceName service, List<ServiceName> among) {
        if (!order.contains(service)) {
            among.stream().filter(ServiceCatalog.allNeeds(service)::contains).forEach(need -> add(order, need, among));
            order.add(service);
        }
    }

    /** What must run before a service is started: D3's five need each other in D3's order, whatever else is started. */
    static List<ServiceName> needs(ServiceName service) {
        int place = ServiceOrder.NETWORK_SERVICES.indexOf(ServiceCatalog.canonical(service));
        List<ServiceName> needs = new ArrayList<>(ServiceCatalog.needs(service));
        if (place > 0) {
            ServiceName before = ServiceOrder.NETWORK_SERVICES.get(place - 1);
            needs.remove(before);
            needs.add(before);
        }
        return List.copyOf(needs);
    }

    /** These rows of a node's list in the order of starts; what nobody knows comes last, as it stands. */
    static List<ServiceStatus> inOrder(List<ServiceStatus> rows, Node node) {
        List<ServiceName> order = of(node);
        List<ServiceStatus> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingInt(row -> {
            int place = order.indexOf(ServiceCatalog.canonical(row.name()));
            return place < 0 ? order.size() : place;
        }));
        return List.copyOf(sorted);
    }

    private static Stream<KnownService> known(ServiceKind kind) {
        Collection<KnownService> all = ServiceCatalog.all();
        return all.stream().filter(known -> known.kind() == kind);
    }

    private void addAll(Stream<KnownService> services) {
        services.map(KnownService::name).forEach(this::addBehindNeeds);
    }

    private void addBehindNeeds(ServiceName service) {
        if (shouldRun(service) && !order.contains(service)) {
            ServiceCatalog.needs(service).forEach(this::addBehindNeeds);
            order.add(service);
        }
    }

    private void addBehindOutsiders(ServiceName service) {
        ServiceCatalog.needs(service).stream()
                .filter(need -> !ServiceOrder.LARGER_START.contains(need))
                .forEach(this::addBehindNeeds);
        order.add(service);
    }

    private boolean shouldRun(ServiceName service) {
        return ServiceCatalog.describe(service)
                .filter(known -> known.kind() != ServiceKind.PLATFORM)
                .filter(known -> !known.mayBeStopped(Product.PRESENCE, publisher))
                .isPresent();
    }
}
