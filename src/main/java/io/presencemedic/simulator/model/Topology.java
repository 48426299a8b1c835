package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The nodes and groups of the modelled cluster, from which a healthy cluster is made. */
record Topology(List<Node> nodes, List<Group> groups) {
    private static final Duration FIRST_CHECK = Duration.ofHours(7);

    record Node(
            String name,
            SimulatedRole role,
            String fqdn,
            String address,
            String version,
            int replicationGroup,
            double ping,
            @Nullable String group,
            int users,
            int enterpriseId,
            boolean secondGroup) {}

    record Group(String name, String description, int id, boolean secondGroup) {}

    static Topology standard() {
        return Resources.read("topology.yaml", Topology.class);
    }

    ClusterState healthy(boolean withSecondGroup, ServiceCatalogue catalogue, Instant since) {
        ClusterState cluster = new ClusterState();
        cluster.secondGroup = withSecondGroup;
        for (Node node : nodes) {
            if (withSecondGroup || !node.secondGroup) {
                cluster.nodes.put(node.name, healthy(node, catalogue, since));
            }
        }
        for (Group group : groups) {
            if (withSecondGroup || !group.secondGroup) {
                SimulatedGroup made = healthy(group);
                cluster.groups.put(group.name, made);
                cluster.members(made).forEach(node -> node.subclusterId = made.id);
            }
        }
        SimulatedSyncAgentSettings settings = cluster.syncAgent;
        cluster.applicationUsers.add(
                new SimulatedApplicationUser(settings.userPkid, settings.user, settings.credential));
        return cluster;
    }

    private static SimulatedNodeState healthy(Node spec, ServiceCatalogue catalogue, Instant since) {
        SimulatedNodeState node = new SimulatedNodeState();
        node.name = spec.name;
        node.role = spec.role;
        node.fqdn = spec.fqdn;
        node.address = spec.address;
        node.version = spec.version;
        node.uuid = uuid("node " + spec.name);
        node.users = spec.users;
        node.enterpriseId = spec.enterpriseId;
        node.ping = spec.ping;
        node.replicationGroup = spec.replicationGroup;
        node.bootedAt = since;
        node.replicationCheckedAt = since.plus(FIRST_CHECK);
        for (ServiceSpec service : catalogue.of(spec.role.product())) {
            node.services.put(service.name(), healthy(service, spec.role, since));
        }
        return node;
    }

    private static SimulatedServiceRow healthy(ServiceSpec spec, SimulatedRole role, Instant since) {
        SimulatedServiceRow row = new SimulatedServiceRow();
        row.name = spec.name();
        row.since = since;
        if (spec.notActivated().contains(role)) {
            row.activated = false;
            row.state = ServiceState.STOPPED;
            row.note = ServiceNote.SERVICE_NOT_ACTIVATED;
        } else if (spec.stopped().contains(role)) {
            row.state = ServiceState.STOPPED;
            row.note = Objects.requireNonNullElse(spec.note(), ServiceNote.COMMANDED_OUT_OF_SERVICE);
        }
        return row;
    }

    private SimulatedGroup healthy(Group spec) {
        SimulatedGroup group = new SimulatedGroup();
        group.id = spec.id;
        group.name = spec.name;
        group.description = spec.description;
        group.uuid = uuid("group " + spec.name);
        for (Node node : nodes) {
            if (spec.name.equals(node.group)) {
                group.nodes.add(node.name);
                group.say(node.name, HaState.NORMAL, HaReason.NORMAL, Instant.EPOCH);
            }
        }
        return group;
    }

    private static String uuid(String of) {
        UUID uuid = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
        return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
    }
}
