package io.presencemedic.simulator.model;

import io.presencemedic.cisco.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cluster at one moment: what can be seen of it and what can be done to it. */
public final class World {
    private static final int PASSWORD_ATTEMPTS = 3;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(5);

    private final ClusterState cluster;
    private final ServiceCatalogue catalogue;
    private final ServiceRules services;
    private final Instant now;

    World(ClusterState cluster, ServiceCatalogue catalogue, ServiceRules services, Instant now) {
        this.cluster = cluster;
        this.catalogue = catalogue;
        this.services = services;
        this.now = now;
    }

    /** What became of a request to start, stop or restart a service. */
    public enum Verdict {
        ACCEPTED,
        NO_SUCH_SERVICE,
        NOT_ACTIVATED,
        /** The service is none that can be activated. */
        NOT_ALLOWED
    }

    /** The model's time. */
    public Instant now() {
        return now;
    }

    /** All nodes, CUCM's first. */
    public Collection<SimulatedNodeState> nodes() {
        return cluster.nodes.values();
    }

    /** The nodes that share a database with nodes of this product. */
    public List<SimulatedNodeState> nodes(SimulatedProduct product) {
        return cluster.of(product);
    }

    /**
     * One node.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public SimulatedNodeState node(String name) {
        return cluster.node(name);
    }

    /** The redundancy groups. */
    public Collection<SimulatedGroup> groups() {
        return cluster.groups.values();
    }

    /** How many users are assigned to the nodes of a group. */
    public int users(SimulatedGroup group) {
        return cluster.members(group).stream()
                .mapToInt(SimulatedNodeState::users)
                .sum();
    }

    /** How many users a node serves at this moment, those of its peer among them while they have failed over. */
    public int activeUsers(SimulatedNodeState node) {
        if (!node.runs(ServiceSpec.ROUTER)) {
            return 0;
        }
        return cluster.groupOf(node).stream()
                .flatMap(group -> cluster.members(group).stream()
                        .filter(member -> isServedBy(group, member, node))
                        .map(SimulatedNodeState::users))
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean isServedBy(SimulatedGroup group, SimulatedNodeState member, SimulatedNodeState node) {
        SimulatedGroup.Member state = group.member(member.name);
        boolean away = state.state.isFailedOver() || state.usersAway;
        return away != (member == node);
    }

    /** How the recovery managers are set. */
    RecoverySettings recovery() {
        return cluster.recovery;
    }

    /** Whether {@code utils ha status} speaks with the words of the configuration guide. */
    public boolean wordsOfTheGuide() {
        return cluster.recovery.wordsOfTheGuide;
    }

    /** Lets a service do without others that the catalogue says it requires. */
    void waive(String service, List<String> required) {
        cluster.waived.put(service, List.copyOf(required));
    }

    /**
     * Moves the users of a node to its peer (F1).
     *
     * @return whether that is possible in the group's present state
     */
    public boolean failover(SimulatedNodeState node) {
        return recovers(node, (commands, group) -> commands.failover(group, node, now));
    }

    /**
     * Sends the users of a node home (F2).
     *
     * @return whether that is possible in the group's present state
     */
    public boolean fallback(SimulatedNodeState node) {
        return recovers(node, (commands, group) -> commands.fallback(group, node, HaReason.ON_ADMIN_REQUEST, now));
    }

    /**
     * Restarts the recovery managers of a group that has failed (F3).
     *
     * @return whether that is possible in the group's present state
     */
    public boolean recover(SimulatedGroup group) {
        return new RecoveryCommands(cluster, services).recover(group, now);
    }

    private boolean recovers(SimulatedNodeState node, BiPredicate<RecoveryCommands, SimulatedGroup> command) {
        return cluster.groupOf(node)
                .filter(group -> command.test(new RecoveryCommands(cluster, services), group))
                .isPresent();
    }

    /** To which part of the platform a service belongs. */
    public SimulatedServiceKind kind(SimulatedServiceRow row) {
        return catalogue.spec(row.name()).kind();
    }

    /** Starts a service that is stopped; one that is not stopped stays as it is. */
    public Verdict start(String node, String service) {
        return command(node, service, row -> services.start(cluster.node(node), row, now));
    }

    /** Stops a service, and with the XCP Router everything that follows it (C4). */
    public Verdict stop(String node, String service) {
        return command(node, service, row -> services.stop(cluster.node(node), row, now));
    }

    /** Restarts a service, and with the XCP Router everything that follows it (C4). */
    public Verdict restart(String node, String service) {
        return command(node, service, row -> services.restart(cluster.node(node), row, now));
    }

    /** Leaves a service broken off in the middle of its restart: it is down and does not come up by itself (C8). */
    public void breakRestart(String node, String service) {
        cluster.node(node).service(service).ifPresent(row -> services.breakOff(row, now));
    }

    /** Activates a feature service; the platform refuses the others. */
    public Verdict activate(String node, String service) {
        Optional<SimulatedServiceRow> row = cluster.node(node).service(service);
        if (row.isEmpty()) {
            return Verdict.NO_SUCH_SERVICE;
        }
        if (catalogue.spec(service).kind() != SimulatedServiceKind.FEATURE) {
            return Verdict.NOT_ALLOWED;
        }
        services.activate(cluster.node(node), row.get(), now);
        return Verdict.ACCEPTED;
    }

    /** Configures the feature that a service needs (D8). */
    public void configureFeature(String service) {
        cluster.configuredFeatures.add(service);
    }

    /** Takes a feature service out of use. */
    public void deactivate(String node, String service) {
        cluster.node(node)
                .service(service)
                .filter(row -> catalogue.spec(service).kind() == SimulatedServiceKind.FEATURE)
                .ifPresent(row -> {
                    row.activated = false;
                    row.become(ServiceState.STOPPED, ServiceNote.SERVICE_NOT_ACTIVATED, now);
                });
    }

    /** How the Sync Agent reaches CUCM. */
    public SimulatedSyncAgentSettings syncAgent() {
        return cluster.syncAgent;
    }

    /** CUCM's application users. */
    public List<SimulatedApplicationUser> applicationUsers() {
        return List.copyOf(cluster.applicationUsers);
    }

    void deleteUser(String name) {
        cluster.applicationUsers.removeIf(user -> user.name().equals(name));
    }

    /**
     * Binds a node to a redundancy group in the database, without a look at the group.
     *
     * @return how many rows that changed
     */
    public int bind(int enterpriseId, @Nullable Integer subclusterId) {
        List<SimulatedNodeState> rows = cluster.of(SimulatedProduct.IMP).stream()
                .filter(node -> node.enterpriseId == enterpriseId)
                .toList();
        rows.forEach(node -> node.subclusterId = subclusterId);
        return rows.size();
    }

    /** Makes a node the second of a group; null takes the second one out. */
    public void second(SimulatedGroup group, @Nullable SimulatedNodeState node) {
        if (group.nodes.size() > 1) {
            String gone = group.nodes.remove(1);
            group.members.remove(gone);
            cluster.node(gone).subclusterId = null;
        }
        if (node != null) {
            group.nodes.add(node.name);
            node.subclusterId = group.id;
            group.say(node.name, HaState.UNKNOWN, HaReason.NOT_ENABLED, now);
            if (group.upsetByJoining) {
                upset(group);
            }
        }
    }

    void upset(SimulatedGroup group) {
        group.upsetByJoining = false;
        for (SimulatedNodeState member : cluster.members(group)) {
            SimulatedServiceRow engine = member.service("Cisco Presence Engine").orElseThrow();
            engine.become(ServiceState.STOPPED, ServiceNote.NOT_RUNNING, now);
            engine.blockades.forEach(blockade -> blockade.since = now);
        }
    }

    /** The redundancy group of a node. */
    public Optional<SimulatedGroup> groupOf(SimulatedNodeState node) {
        return cluster.groupOf(node);
    }

    /** Switches a node's replication-sync monitor. */
    public void switchMonitor(String node, boolean on) {
        cluster.node(node).monitorOn = on;
    }

    /** Writes high availability into CUCM's database; the IM and Presence side follows by itself, if it can. */
    public void configureHighAvailability(SimulatedGroup group, boolean on) {
        group.configured = on;
    }

    /**
     * Takes note of an attempt to log in to the platform CLI. Three wrong passwords lock the account for five minutes
     * (C7).
     *
     * @return whether the attempt is let in
     */
    public boolean login(String name, boolean passwordIsRight) {
        SimulatedNodeState node = cluster.node(name);
        if (now.isBefore(node.lockedUntil)) {
            return false;
        }
        node.wrongPasswords = passwordIsRight ? 0 : node.wrongPasswords + 1;
        if (node.wrongPasswords == PASSWORD_ATTEMPTS) {
            node.wrongPasswords = 0;
            node.lockedUntil = now.plus(LOCKED_FOR);
        }
        return passwordIsRight;
    }

    /** Restarts a node with all its services. */
    public void restartNode(String name) {
        SimulatedNodeState node = cluster.node(name);
        boolean held = cluster.groupOf(node).filter(group -> group.effective).isPresent();
        node.bootedAt = now;
        for (SimulatedServiceRow row : node.services.values()) {
            ServiceSpec spec = catalogue.spec(row.name);
            if (comesUp(row) && spec.kind() != SimulatedServiceKind.PLATFORM) {
                services.begin(node, row, now);
                if (held && spec.isPresence() && !spec.name().equals(ServiceRules.DATA_MONITOR)) {
                    row.blockades.add(StartBlocker.ofRestart(now));
                }
            }
        }
    }

    /** What was stopped by hand stays so. */
    private static boolean comesUp(SimulatedServiceRow row) {
        return switch (row.state) {
            case STARTED, STARTING -> true;
            case STOPPED, STOPPING, NOTRUNNING -> row.note == ServiceNote.NOT_RUNNING;
        };
    }

    private Verdict command(String node, String service, Consumer<SimulatedServiceRow> change) {
        Optional<SimulatedServiceRow> row = cluster.node(node).service(service);
        if (row.isEmpty()) {
            return Verdict.NO_SUCH_SERVICE;
        }
        if (!row.get().activated) {
            return Verdict.NOT_ACTIVATED;
        }
        change.accept(row.get());
        return Verdict.ACCEPTED;
    }
}
