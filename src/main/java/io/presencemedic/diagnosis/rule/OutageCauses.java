package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sorts the services of one node that should run and do not: each belongs to one cause, the nearest. A service that
 * waits for another one belongs to the other's cause.
 */
final class OutageCauses {
    static final ServiceName DATABASE = ServiceName.DATABASE;
    static final ServiceName ENGINE = new ServiceName("Cisco Presence Engine");
    static final ServiceName SYNC_AGENT = new ServiceName("Cisco Sync Agent");
    static final ServiceName INTERCLUSTER = new ServiceName("Cisco Intercluster Sync Agent");
    static final ServiceName CONFIG_MANAGER = new ServiceName("Cisco XCP Config Manager");
    static final ServiceName ROUTER = new ServiceName("Cisco XCP Router");
    static final ServiceName AXL_WEB_SERVICE = new ServiceName("Cisco AXL Web Service");
    /** Fewer services may be on their way after an ordinary restart of one of them. */
    static final int NEARLY_ALL = 3;

    private final Map<ServiceName, ServiceStatus> down = new LinkedHashMap<>();
    private final Map<ServiceName, OutageCause> sorted = new LinkedHashMap<>();

    private final Set<ServiceName> started = new HashSet<>();

    private OutageCauses(NodeServiceStates services) {
        services.started().forEach(row -> started.add(ServiceCatalog.canonical(row.name())));
        services.down().forEach(row -> down.put(ServiceCatalog.canonical(row.name()), row));
    }

    static OutageCauses of(NodeServiceStates services) {
        OutageCauses causes = new OutageCauses(services);
        if (services.presence()) {
            causes.sortPresence();
        } else if (services.mayBePublisher()) {
            causes.webService();
        }
        causes.sortRest();
        return causes;
    }

    /** The cause of a service; empty where it runs, or may be stopped. */
    Optional<OutageCause> of(ServiceName name) {
        return Optional.ofNullable(sorted.get(ServiceCatalog.canonical(name)));
    }

    /** The services of that cause, those that wait included. */
    List<ServiceStatus> rows(OutageCause cause) {
        return down.entrySet().stream()
                .filter(entry -> sorted.get(entry.getKey()) == cause)
                .map(Entry::getValue)
                .toList();
    }

    boolean isEmpty() {
        return down.isEmpty();
    }

    /** Whether the Presence Engine is the only service that is down, features that nobody configured aside. */
    boolean onlyEngineDown() {
        return down.keySet().stream()
                .allMatch(name -> name.equals(ENGINE) || sorted.get(name) == OutageCause.FEATURE_NOT_CONFIGURED);
    }

    private void sortPresence() {
        if (down.containsKey(DATABASE)) {
            claim(OutageCause.DATABASE, name -> name.equals(DATABASE) || waits(name) || needs(name, List.of(DATABASE)));
        }
        configManager();
        networkServices(this::stopped);
        stuck();
        networkServices(name -> true);
        if (sorted.containsValue(OutageCause.NETWORK_SERVICES)) {
            claim(OutageCause.NETWORK_SERVICES, this::waits);
        }
        engine();
        claim(OutageCause.SYNC_AGENT, SYNC_AGENT::equals);
        claim(OutageCause.INTERCLUSTER_SYNC_AGENT, INTERCLUSTER::equals);
    }

    /**
     * The Config Manager may be down while the Router runs; then it has a section of its own (G1), also where it stays
     * STARTING and is not one of many that do (D2).
     */
    private void configManager() {
        boolean alone = down.containsKey(CONFIG_MANAGER)
                && (stopped(CONFIG_MANAGER)
                        || down.keySet().stream().filter(this::waits).count() < NEARLY_ALL)
                && started.contains(ROUTER)
                && ServiceOrder.NETWORK_SERVICES.stream()
                        .noneMatch(name -> !name.equals(CONFIG_MANAGER) && down.containsKey(name));
        if (alone) {
            claim(
                    OutageCause.CONFIG_MANAGER,
                    name -> name.equals(CONFIG_MANAGER) || needs(name, List.of(CONFIG_MANAGER)));
        }
    }

    private void networkServices(Predicate<ServiceName> broken) {
        List<ServiceName> five = open(ServiceOrder.NETWORK_SERVICES);
        if (five.stream().anyMatch(broken)) {
            claim(
                    OutageCause.NETWORK_SERVICES,
                    name -> five.contains(name)
                            || name.equals(ServiceOrder.TOMCAT)
                            || needs(name, five)
                            || needs(name, List.of(ServiceOrder.TOMCAT)) && down.containsKey(ServiceOrder.TOMCAT));
        }
    }

    private void stuck() {
        long onTheirOwn = down.keySet().stream()
                .filter(name -> open(name) && waits(name))
                .filter(name ->
                        down.keySet().stream().noneMatch(other -> stopped(other) && needs(name, List.of(other))))
                .count();
        if (onTheirOwn >= NEARLY_ALL) {
            claim(OutageCause.STUCK_IN_STARTING, this::waits);
        }
    }

    private void engine() {
        if (!down.containsKey(ENGINE) || !open(ENGINE) || neverActivated(ENGINE)) {
            return;
        }
        List<ServiceName> missing = open(ServiceOrder.PRESENCE_ENGINE_PREREQUISITES);
        if (missing.equals(List.of(SYNC_AGENT))) {
            claim(OutageCause.SYNC_AGENT, ENGINE::equals);
        } else if (!missing.isEmpty()) {
            claim(
                    OutageCause.PREREQUISITES,
                    name -> name.equals(ENGINE) || missing.contains(name) || needs(name, missing));
        } else {
            claim(OutageCause.PRESENCE_ENGINE, ENGINE::equals);
        }
    }

    /** On CUCM's publisher the Sync Agent needs it, so it is no service like others (D7.2). */
    private void webService() {
        if (down.containsKey(AXL_WEB_SERVICE)
                && ServiceCatalog.allNeeds(AXL_WEB_SERVICE).stream().noneMatch(down::containsKey)) {
            sorted.put(AXL_WEB_SERVICE, OutageCause.AXL_WEB_SERVICE);
        }
    }

    private void sortRest() {
        down.keySet().forEach(name -> sorted.computeIfAbsent(name, this::byCause));
    }

    private OutageCause byCause(ServiceName name) {
        if (neverActivated(name)) {
            return OutageCause.NOT_ACTIVATED;
        }
        for (ServiceName need : ServiceCatalog.allNeeds(name)) {
            if (down.containsKey(need) && !ServiceCatalog.allNeeds(need).contains(name)) {
                OutageCause cause = sorted.get(need);
                return cause == null ? byCause(need) : cause;
            }
        }
        if (FeatureCondition.of(name).isPresent()) {
            return OutageCause.FEATURE_NOT_CONFIGURED;
        }
        if (commandedOut(name)) {
            return OutageCause.COMMANDED_OUT;
        }
        ServiceStatus row = row(name);
        boolean failed = row.state() == ServiceState.NOTRUNNING || row.reason() == StopReason.NOT_RUNNING;
        return failed ? OutageCause.FAILED_TO_START : OutageCause.UNEXPLAINED;
    }

    private void claim(OutageCause cause, Predicate<ServiceName> which) {
        down.keySet().stream()
                .filter(name -> open(name) && !neverActivated(name) && which.test(name))
                .toList()
                .forEach(name -> sorted.put(name, cause));
    }

    private List<ServiceName> open(List<ServiceName> names) {
        return names.stream()
                .filter(name -> down.containsKey(name) && open(name) && !neverActivated(name))
                .toList();
    }

    private boolean open(ServiceName name) {
        return !sorted.containsKey(name);
    }

    private static boolean needs(ServiceName name, Collection<ServiceName> any) {
        return ServiceCatalog.allNeeds(name).stream().anyMatch(any::contains);
    }

    private boolean waits(ServiceName name) {
        return row(name).state() == ServiceState.STARTING;
    }

    private boolean stopped(ServiceName name) {
        return !waits(name);
    }

    private boolean commandedOut(ServiceName name) {
        return row(name).reason() == StopReason.COMMANDED_OUT_OF_SERVICE;
    }

    private boolean neverActivated(ServiceName name) {
        return row(name).reason() == StopReason.NOT_ACTIVATED;
    }

    private ServiceStatus row(ServiceName name) {
        ServiceStatus row = down.get(name);
        if (row == null) {
            throw new IllegalArgumentException(name + " is not down");
        }
        return row;
    }
}
