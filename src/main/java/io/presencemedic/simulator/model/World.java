package io.presencemedic.simulator.model;

import io.presencemedic.cisco.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The cluster at one moment: what can be seen of it and what can be done to it. */
public final class World {
    private static final String DATA_MONITOR = "Cisco IM and Presence Data Monitor";

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
        NOT_ACTIVATED
    }

    /** The model's time. */
    public Instant now() {
        return now;
    }

    /** All nodes, CUCM's first. */
    public Collection<NodeState> nodes() {
        return cluster.nodes.values();
    }

    /** The nodes that share a database with nodes of this product. */
    public List<NodeState> nodes(Product product) {
        return cluster.of(product);
    }

    /**
     * One node.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public NodeState node(String name) {
        return cluster.node(name);
    }

    /** The redundancy groups. */
    public Collection<GroupState> groups() {
        return cluster.groups.values();
    }

    /** How many users are assigned to the nodes of a group. */
    public int users(GroupState group) {
        return cluster.members(group).stream().mapToInt(NodeState::users).sum();
    }

    /** To which part of the platform a service belongs. */
    public ServiceKind kind(ServiceRow row) {
        return catalogue.spec(row.name()).kind();
    }

    /** Starts a service that is stopped; one that is not stopped stays as it is. */
    public Verdict start(String node, String service) {
        return command(node, service, row -> services.start(row, now));
    }

    /** Stops a service, and with the XCP Router everything that follows it (C4). */
    public Verdict stop(String node, String service) {
        return command(node, service, row -> services.stop(cluster.node(node), row, now));
    }

    /** Restarts a service, and with the XCP Router everything that follows it (C4). */
    public Verdict restart(String node, String service) {
        return command(node, service, row -> services.restart(cluster.node(node), row, now));
    }

    /** Switches a node's replication-sync monitor. */
    public void switchMonitor(String node, boolean on) {
        cluster.node(node).monitorOn = on;
    }

    /** Writes high availability into CUCM's database; the IM and Presence side follows by itself, if it can. */
    public void configureHighAvailability(GroupState group, boolean on) {
        group.configured = on;
    }

    /**
     * Takes note of an attempt to log in to the platform CLI. Three wrong passwords lock the account for five minutes
     * (C7).
     *
     * @return whether the attempt is let in
     */
    public boolean login(String name, boolean passwordIsRight) {
        NodeState node = cluster.node(name);
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
        NodeState node = cluster.node(name);
        boolean held = cluster.groupOf(node).filter(group -> group.effective).isPresent();
        node.bootedAt = now;
        for (ServiceRow row : node.services.values()) {
            ServiceSpec spec = catalogue.spec(row.name);
            if (row.is(ServiceState.STARTED) && spec.kind() != ServiceKind.PLATFORM) {
                row.become(ServiceState.STARTING, null, now);
                if (held && spec.isPresence() && !spec.name().equals(DATA_MONITOR)) {
                    row.obstacles.add(Obstacle.MONITOR_AND_HIGH_AVAILABILITY);
                }
            }
        }
    }

    private Verdict command(String node, String service, Consumer<ServiceRow> change) {
        Optional<ServiceRow> row = cluster.node(node).service(service);
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
