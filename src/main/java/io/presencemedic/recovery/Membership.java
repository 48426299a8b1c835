package io.presencemedic.recovery;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.runbook.NodeNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which node of the inventory is in which redundancy group: by CUCM's word, or by the nodes' own where CUCM is silent.
 */
final class Membership {
    private final Cluster cluster;
    private final ClusterFacts facts;
    private final Map<String, List<Node>> groups = new LinkedHashMap<>();

    Membership(Cluster cluster, ClusterFacts facts) {
        this.cluster = cluster;
        this.facts = facts;
        facts.known(FactKey.REDUNDANCY_GROUPS).stream()
                .flatMap(fact -> fact.value().groups().stream())
                .forEach(group -> put(group.name(), group.servers()));
        if (groups.isEmpty()) {
            facts.known(FactKey.HIGH_AVAILABILITY).stream()
                    .flatMap(fact -> fact.value().groups().stream())
                    .forEach(group -> put(
                            group.name(),
                            group.nodes().stream()
                                    .map(HighAvailability.Node::name)
                                    .toList()));
        }
    }

    private void put(String group, Collection<String> members) {
        groups.putIfAbsent(
                group,
                members.stream()
                        .flatMap(member -> cluster.presenceNodes().stream().filter(node -> isCalled(node, member)))
                        .toList());
    }

    /** Whether CUCM itself has said so: without its word no procedure finds its group. */
    boolean isConfirmed() {
        return !facts.known(FactKey.REDUNDANCY_GROUPS).isEmpty();
    }

    /** Whether the platform means this node, by any name that its own view of the cluster gives it. */
    boolean isCalled(Node node, String platformName) {
        return NodeNames.same(node, platformName)
                || facts.known(FactKey.NETWORK_CLUSTER).stream()
                        .flatMap(fact -> fact.value().nodes().stream())
                        .filter(row -> names(row).anyMatch(name -> NodeNames.same(node, name)))
                        .flatMap(Membership::names)
                        .anyMatch(name -> NodeNames.sameHost(name, platformName));
    }

    private static Stream<String> names(ClusterNode row) {
        return Stream.of(row.address(), row.fqdn(), row.name()).filter(Objects::nonNull);
    }

    /** Whether a person has moved the group by hand, and its other node serves the users (F4). */
    boolean isMovedByHand(String group) {
        List<Node> members = groups.getOrDefault(group, List.of());
        return facts.known(FactKey.HIGH_AVAILABILITY).stream()
                .flatMap(fact -> fact.value().groups().stream())
                .filter(HighAvailability.Group::movedOnRequest)
                .flatMap(said -> said.nodes().stream())
                .anyMatch(said -> members.stream().anyMatch(node -> isCalled(node, said.name())));
    }

    /** The groups that these nodes are in, each once. */
    List<String> groupsOf(Collection<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> groups.entrySet().stream()
                        .filter(entry -> entry.getValue().contains(node))
                        .map(Map.Entry::getKey))
                .distinct()
                .toList();
    }
}
