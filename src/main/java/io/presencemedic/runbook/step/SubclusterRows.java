package io.presencemedic.runbook.step;

import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a group's two nodes in one node's copy of the table {@code enterprisenode} (D6.3).
 *
 * @param copy the node whose copy it is
 * @param first the rows of the group's first node; exactly one where the table is sound
 * @param second the rows of its second node
 */
record SubclusterRows(Node copy, List<EnterpriseNode> first, List<EnterpriseNode> second) {
    static SubclusterRows see(ClusterReader look, Node copy, Group group) throws LinkException {
        List<EnterpriseNode> all = EnterpriseNode.read(look.ask(copy, RunSqlSelect.enterpriseNodes()))
                .orElse(List.of());
        return new SubclusterRows(
                copy,
                of(look, all, group.nodes().get(0)),
                of(look, all, group.nodes().get(1)));
    }

    private static List<EnterpriseNode> of(ClusterReader look, List<EnterpriseNode> rows, Node node)
            throws LinkException {
        List<EnterpriseNode> found = new ArrayList<>();
        for (EnterpriseNode row : rows) {
            if (PlatformNames.same(look, node, row.name())) {
                found.add(row);
            }
        }
        return found;
    }

    /** Whether each node has exactly one row. */
    boolean isSound() {
        return first.size() == 1 && second.size() == 1;
    }

    /** Whether both rows bear the same group. */
    boolean isEqual() {
        return one().subclusterId() != null && Objects.equals(one().subclusterId(), other().subclusterId());
    }

    /** The row of the group's first node. */
    EnterpriseNode one() {
        return first.get(0);
    }

    /** The row of the group's second node. */
    EnterpriseNode other() {
        return second.get(0);
    }

    /** Both rows, in a sentence. */
    String words() {
        return "on " + copy.name() + " the subclusterid of " + one().name() + " is " + id(one()) + " and that of "
                + other().name() + " is " + id(other());
    }

    private static String id(EnterpriseNode row) {
        return row.subclusterId() == null ? "NULL" : row.subclusterId();
    }
}
