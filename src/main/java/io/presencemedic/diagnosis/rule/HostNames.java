package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.runbook.NodeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which names mean which node: the inventory, the server list and each view of the cluster have names of their own. */
final class HostNames {
    private final Map<NodeFacts, Set<String>> names = new LinkedHashMap<>();
    private final List<ClusterNode> rows;

    HostNames(ClusterFacts facts) {
        rows = facts.known(FactKey.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .toList();
        facts.nodes().forEach(node -> names.put(node, names(node, facts.inventory())));
    }

    private Set<String> names(NodeFacts node, @Nullable Cluster inventory) {
        Set<String> found = new LinkedHashSet<>(node.name().stream().toList());
        node.name()
                .flatMap(name -> Optional.ofNullable(inventory).flatMap(cluster -> cluster.node(name)))
                .ifPresent(known -> found.add(known.host()));
        own(node).ifPresent(row -> found.addAll(names(row)));
        List<String> others = rows.stream()
                .filter(row -> names(row).stream().anyMatch(name -> isAmong(found, name)))
                .flatMap(row -> names(row).stream())
                .toList();
        found.addAll(others);
        return found;
    }

    /** A node's own row in its view of the cluster, the only one that needs no connection to be authenticated. */
    static Optional<ClusterNode> own(NodeFacts node) {
        List<ClusterNode> own = node.known(FactKey.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(row -> row.authentication().strip().equals("authenticated"))
                .toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    /** All names of a row of the cluster view. */
    static List<String> names(ClusterNode row) {
        return Stream.of(row.name(), row.fqdn(), row.address())
                .filter(Objects::nonNull)
                .toList();
    }

    /** How sentences name a node. */
    static Optional<String> label(NodeFacts node) {
        return node.name().or(() -> own(node).map(ClusterNode::name));
    }

    /** The node that the platform calls so. */
    Optional<NodeFacts> find(String platformName) {
        return names.keySet().stream().filter(node -> is(node, platformName)).findFirst();
    }

    boolean is(NodeFacts node, String platformName) {
        return isAmong(names.getOrDefault(node, Set.of()), platformName);
    }

    /** Whether both of the platform's names mean one host. */
    boolean same(String one, String other) {
        return NodeNames.sameHost(one, other)
                || find(one).filter(node -> is(node, other)).isPresent()
                || rows.stream().anyMatch(row -> isAmong(names(row), one) && isAmong(names(row), other));
    }

    /** How sentences name the node that the platform calls so. */
    String name(String platformName) {
        return find(platformName).flatMap(HostNames::label).orElse(platformName);
    }

    /** All names of a node, those of the inventory first. */
    List<String> of(NodeFacts node) {
        return new ArrayList<>(names.getOrDefault(node, Set.of()));
    }

    static boolean isAmong(Collection<String> names, String host) {
        return names.stream().anyMatch(name -> NodeNames.sameHost(name, host));
    }
}
