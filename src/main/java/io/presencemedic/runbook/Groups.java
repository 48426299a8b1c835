package io.presencemedic.runbook;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The presence redundancy groups of a cluster, as its CUCM publisher knows them. */
public final class Groups {
    private final Cluster cluster;
    private final List<RedundancyGroup> groups;

    private Groups(Cluster cluster, List<RedundancyGroup> groups) {
        this.cluster = cluster;
        this.groups = groups;
    }

    /** Reads them from the live cluster. */
    public static Groups read(Cluster cluster, ClusterLink link) throws LinkException {
        Node publisher = publisher(cluster);
        return new Groups(cluster, link.call(publisher, new ListPresenceRedundancyGroup()));
    }

    /** The node that holds the groups' settings. */
    public static Node publisher(Cluster cluster) {
        return cluster.first(NodeRole.CUCM_PUBLISHER)
                .orElseThrow(() -> new IllegalStateException("cluster " + cluster.id() + " has no CUCM publisher"));
    }

    /** The groups' names. */
    public List<String> names() {
        return groups.stream().map(RedundancyGroup::name).toList();
    }

    /**
     * The group of that name with its members.
     *
     * @throws IllegalArgumentException where a member is not in the inventory; the message says which and what to do
     */
    public Group group(String name) {
        return groups.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .map(this::withMembers)
                .orElseThrow();
    }

    /**
     * The group that a node is in, with its members; empty where it is in none, or a member is not in the inventory.
     */
    public Optional<Group> of(Node node) {
        return groups.stream()
                .filter(group -> servers(group).anyMatch(server -> NodeNames.same(node, server)))
                .filter(group -> servers(group).allMatch(server -> find(server).isPresent()))
                .map(this::withMembers)
                .findFirst();
    }

    private Group withMembers(RedundancyGroup group) {
        List<Node> members = servers(group)
                .map(this::member)
                .sorted(Comparator.comparing(Node::role))
                .toList();
        return new Group(group.uuid(), group.name(), members);
    }

    private static Stream<String> servers(RedundancyGroup group) {
        return Stream.of(group.server1(), group.server2()).filter(Objects::nonNull);
    }

    private Optional<Node> find(String server) {
        return NodeNames.find(cluster, server).filter(node -> node.role().isPresence());
    }

    private Node member(String server) {
        return find(server)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the group's member \"" + server
                                        + "\" is not an IM and Presence node of the inventory; add it, or give the node that name or host"));
    }
}
