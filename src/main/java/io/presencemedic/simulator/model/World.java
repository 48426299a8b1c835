package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

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

    /** What can be done to the services of the nodes. */
    public ServiceCommands services() {
        return new ServiceCommands(cluster, catalogue, services, now);
    }

    /** Who belongs to which redundancy group, to be changed. */
    public GroupMembership membership() {
        return new GroupMembership(cluster, now);
    }

    /** Configures the feature that a service needs (D8). */
    public void configureFeature(String service) {
        cluster.configuredFeatures.add(service);
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
}
