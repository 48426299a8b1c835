package io.presencemedic.cisco.service;

import io.presencemedic.cisco.LetterCase;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services of CUCM and IM and Presence 10.5 to 15: the closed set of names that may be sent to a node. Names of
 * other releases are understood and lead to the current name.
 */
public final class ServiceCatalog {
    private static final Map<ServiceName, KnownService> SERVICES = new LinkedHashMap<>();
    private static final Map<ServiceName, KnownService> BY_ANY_NAME = new HashMap<>();
    private static final Map<String, ServiceName> BY_PROCESS = new HashMap<>();
    private static final String OLD_PREFIX = "cisco up ";

    static {
        ServiceCatalogFile.read().forEach(ServiceCatalog::add);
    }

    private ServiceCatalog() {}

    private static void add(KnownService service) {
        SERVICES.put(service.name(), service);
        BY_ANY_NAME.put(service.name(), service);
        service.aliases().forEach(alias -> BY_ANY_NAME.put(alias, service));
        service.processes().forEach(process -> BY_PROCESS.put(process.toLowerCase(Locale.ROOT), service.name()));
    }

    /** All services, IM and Presence first. */
    public static Collection<KnownService> all() {
        return List.copyOf(SERVICES.values());
    }

    /**
     * The current name of a service, as the catalogue spells it.
     *
     * @param text a name as a person, a node or another release spells it
     * @return empty where there is no such service: the text must not be sent to a node
     */
    public static Optional<ServiceName> find(String text) {
        return describe(new ServiceName(text)).map(KnownService::name);
    }

    /** What is known about a service, by any of its names. */
    public static Optional<KnownService> describe(ServiceName name) {
        KnownService known = BY_ANY_NAME.get(name);
        if (known == null && name.key().startsWith(OLD_PREFIX)) {
            known = BY_ANY_NAME.get(new ServiceName("Cisco " + name.key().substring(OLD_PREFIX.length())));
        }
        return Optional.ofNullable(known);
    }

    /** The current name of a service, or the name itself where the catalogue does not have it. */
    public static ServiceName canonical(ServiceName name) {
        return describe(name).map(KnownService::name).orElse(name);
    }

    /** Whether two names mean one service, in whatever releases. */
    public static boolean same(ServiceName one, ServiceName other) {
        return canonical(one).equals(canonical(other));
    }

    /** The service to which a process belongs; letter case does not matter. */
    public static Optional<ServiceName> ofProcess(String process) {
        return Optional.ofNullable(BY_PROCESS.get(LetterCase.lower(process)));
    }

    /** The services of the same node without which a service does not start, the nearest ones. */
    public static List<ServiceName> needs(ServiceName name) {
        return describe(name).map(KnownService::needs).orElse(List.of());
    }

    /** The services of the same node without which a service does not start, also those needed by others of them. */
    public static Set<ServiceName> allNeeds(ServiceName name) {
        Set<ServiceName> found = new LinkedHashSet<>();
        Deque<ServiceName> open = new ArrayDeque<>(needs(name));
        while (!open.isEmpty()) {
            ServiceName next = open.removeFirst();
            if (found.add(next)) {
                open.addAll(needs(next));
            }
        }
        return found;
    }

    /**
     * Whether it is right that a service does not run on a node; false for a service that is not in the catalogue.
     *
     * @param product what the node runs
     * @param publisher whether the node is its product's publisher
     */
    public static boolean mayBeStopped(ServiceName name, Product product, boolean publisher) {
        return describe(name)
                .map(known -> known.mayBeStopped(product, publisher))
                .orElse(false);
    }

    /**
     * Whether a service does not run on a node where it should. Feature services, and services that are not in the
     * catalogue, should run only where somebody activated them (D8).
     *
     * @param product what the node runs
     * @param publisher whether the node is its product's publisher
     */
    public static boolean isMissed(ServiceStatus row, Product product, boolean publisher) {
        if (row.state() == ServiceState.STARTED) {
            return false;
        }
        boolean optional = FeatureCondition.of(row.name()).isPresent()
                || describe(row.name()).isEmpty();
        return optional ? row.reason() != StopReason.NOT_ACTIVATED : !mayBeStopped(row.name(), product, publisher);
    }
}
