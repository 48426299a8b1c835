package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The database binds the nodes of a redundancy group to different groups, or one to none (D6.3). */
final class SubclusterMismatchRule implements Rule {
    static final String CODE = "SUBCLUSTER_MISMATCH";

    @Override
    public RuleResult look(RuleContext facts) {
        RedundancyView groups = facts.groups();
        Map<List<String>, FindingDraft> drafts = new LinkedHashMap<>();
        for (Fact.Known<SqlTable> table : facts.known(FactKey.ENTERPRISE_NODES)) {
            EnterpriseNode.read(table.value()).ifPresent(rows -> pairs(groups, rows)
                    .filter(pair -> !agree(pair))
                    .forEach(pair -> drafts.putIfAbsent(labels(groups, pair), draft(facts, groups, table, pair))));
        }
        return new RuleResult(List.copyOf(drafts.values()), unread(facts));
    }

    /** A table whose ids have another form than is known proves nothing. */
    private static List<Undetermined> unread(RuleContext facts) {
        return facts.nodes().stream()
                .filter(node -> node.known(FactKey.ENTERPRISE_NODES)
                        .filter(fact -> fact.value().has("subclusterid")
                                && fact.value().has("id")
                                && fact.value().has("name")
                                && EnterpriseNode.read(fact.value()).isEmpty())
                        .isPresent())
                .map(
                        node -> new Undetermined(
                                HostNames.label(node).orElse(null),
                                FactKey.ENTERPRISE_NODES.name(),
                                "The table enterprisenode has ids that are neither numbers nor UUIDs, so which node is bound to which group cannot be told (D6.3)."))
                .toList();
    }

    /** The rows of each group; a node without a group, and one without a partner, stands for itself. */
    private static Stream<List<EnterpriseNode>> pairs(RedundancyView groups, List<EnterpriseNode> rows) {
        if (!groups.known()) {
            return rows.size() == 2 ? Stream.of(rows) : rows.stream().map(List::of);
        }
        List<EnterpriseNode> rest = new ArrayList<>(rows);
        List<List<EnterpriseNode>> pairs = new ArrayList<>();
        for (List<String> group : groups.members()) {
            pairs.add(
                    rows.stream().filter(row -> groups.isIn(group, row.name())).toList());
            rest.removeIf(row -> groups.isIn(group, row.name()));
        }
        return Stream.concat(pairs.stream(), rest.stream().map(List::of));
    }

    private static boolean agree(List<EnterpriseNode> pair) {
        return pair.stream()
                .allMatch(row -> row.subclusterId() != null
                        && Objects.equals(row.subclusterId(), pair.get(0).subclusterId()));
    }

    private static List<String> labels(RedundancyView groups, List<EnterpriseNode> pair) {
        return pair.stream().map(row -> groups.hosts().name(row.name())).toList();
    }

    private static FindingDraft draft(
            RuleContext facts, RedundancyView groups, Fact.Known<SqlTable> table, List<EnterpriseNode> pair) {
        List<String> nodes = labels(groups, pair);
        boolean engineDown = NodeOutage.find(facts, OutageCause.PRESENCE_ENGINE)
                .anyMatch(found -> found.services().name().isEmpty() || nodes.contains(found.node()));
        FindingDraft draft = FindingDraft.of(
                CODE,
                DocumentRef.D6_3,
                engineDown ? Severity.ERROR : Severity.WARNING,
                "The database binds the nodes of a redundancy group to different subclusters: "
                        + pair.stream().map(SubclusterMismatchRule::bound).collect(Collectors.joining(", "))
                        + ". The change should be made with a TAC case.");
        pair.stream()
                .filter(row -> row != pair.get(0) || row.subclusterId() == null)
                .forEach(row -> draft.evidence(table.heard().evidence(row.name())));
        return draft.on(nodes)
                .symptomOf(List.of(NodeOutsideGroupRule.CODE))
                .runbook(RunbookName.PRESENCE_ENGINE_SUBCLUSTER_MISMATCH);
    }

    private static String bound(EnterpriseNode row) {
        return row.name() + " to " + (row.subclusterId() == null ? "NULL" : row.subclusterId());
    }
}
