package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Evidence;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether every IM and Presence node is in a redundancy group, and bound to it by the database (D6.2, D6.3). */
final class SubclusterMembership {
    private final List<Fact.Known<HighAvailability>> groups;
    private final List<Fact.Known<SqlTable>> tables;
    private final ClusterFacts facts;

    private SubclusterMembership(ClusterFacts facts) {
        this.facts = facts;
        this.groups = facts.known(Topic.HIGH_AVAILABILITY);
        this.tables = facts.known(Topic.ENTERPRISE_NODES);
    }

    static List<Finding> findings(ClusterFacts facts, List<NodeAilment> engineDown) {
        SubclusterMembership membership = new SubclusterMembership(facts);
        List<Evidence> engine = engineDown.stream()
                .flatMap(found -> found.services().evidence(found.rows()).stream())
                .toList();
        List<Finding> findings = new ArrayList<>();
        Set<String> outside = membership.outside();
        if (!outside.isEmpty()) {
            findings.add(membership.outside(outside, engine));
        } else {
            membership.mismatch(engine).ifPresent(findings::add);
        }
        return findings;
    }

    private Set<String> outside() {
        Set<String> found = new LinkedHashSet<>(presenceNodes());
        groups.forEach(fact -> fact.value().groups().forEach(group -> group.nodes()
                .forEach(node -> found.removeIf(name -> sameHost(name, node.name())))));
        return groups.isEmpty()
                        || groups.stream()
                                .allMatch(fact -> fact.value().groups().isEmpty())
                ? Set.of()
                : found;
    }

    private List<String> presenceNodes() {
        return facts.known(Topic.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(ClusterNode::presence)
                .map(ClusterNode::name)
                .distinct()
                .toList();
    }

    private Finding outside(Set<String> names, List<Evidence> engine) {
        return Draft.of(
                        "NODE_OUTSIDE_REDUNDANCY_GROUP",
                        DocumentRef.D6_2,
                        engine.isEmpty() ? Severity.WARNING : Severity.ERROR,
                        String.join(", ", names) + " is in no presence redundancy group, so Presence Engine cannot run"
                                + " there.")
                .evidence(groups.stream().map(fact -> fact.heard().evidence()).toList())
                .evidence(engine)
                .causes(engine.isEmpty() ? List.of() : List.of("PRESENCE_ENGINE_DOWN"))
                .runbook("presence-engine-outside-group")
                .finding();
    }

    private Optional<Finding> mismatch(List<Evidence> engine) {
        for (Fact.Known<SqlTable> table : tables) {
            List<EnterpriseNode> nodes = EnterpriseNode.read(table.value()).orElse(List.of());
            List<EnterpriseNode> wrong = wrong(nodes);
            if (!wrong.isEmpty()) {
                return Optional.of(mismatch(table, nodes, wrong, engine));
            }
        }
        return Optional.empty();
    }

    /** Unbound nodes, and nodes that are bound otherwise than the first one of their group. */
    private List<EnterpriseNode> wrong(List<EnterpriseNode> nodes) {
        return nodes.stream()
                .filter(node -> node.subclusterId() == null
                        || partners(nodes, node)
                                .anyMatch(other -> other.id() < node.id()
                                        && !Objects.equals(other.subclusterId(), node.subclusterId())))
                .toList();
    }

    private Stream<EnterpriseNode> partners(List<EnterpriseNode> nodes, EnterpriseNode node) {
        Optional<HighAvailability.Group> group = groups.stream()
                .flatMap(fact -> fact.value().groups().stream())
                .filter(each -> each.nodes().stream().anyMatch(member -> sameHost(member.name(), node.name())))
                .findFirst();
        return nodes.stream().filter(other -> group.map(
                        each -> each.nodes().stream().anyMatch(member -> sameHost(member.name(), other.name())))
                .orElse(nodes.size() == 2));
    }

    private static Finding mismatch(
            Fact.Known<SqlTable> table, List<EnterpriseNode> nodes, List<EnterpriseNode> wrong, List<Evidence> engine) {
        Draft draft = Draft.of(
                "SUBCLUSTER_MISMATCH",
                DocumentRef.D6_3,
                engine.isEmpty() ? Severity.WARNING : Severity.ERROR,
                "The database binds the nodes of a redundancy group to different subclusters: "
                        + String.join(
                                ", ",
                                nodes.stream().map(SubclusterMembership::bound).toList())
                        + ". The change should be made with a TAC case.");
        wrong.forEach(node -> draft.evidence(table.heard().evidence(node.name())));
        return draft.evidence(engine)
                .causes(engine.isEmpty() ? List.of() : List.of("PRESENCE_ENGINE_DOWN"))
                .runbook("presence-engine-subcluster-mismatch")
                .finding();
    }

    private static String bound(EnterpriseNode node) {
        return node.name() + " to " + (node.subclusterId() == null ? "NULL" : node.subclusterId());
    }

    /** One name may be full and the other short. */
    static boolean sameHost(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return first.equals(second) || first.startsWith(second + ".") || second.startsWith(first + ".");
    }
}
