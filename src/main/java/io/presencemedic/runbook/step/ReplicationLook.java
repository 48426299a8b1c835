package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what replication does: where it is not set up, it is the likelier cause of what does not start (G1, G6). */
record ReplicationLook(Group group) implements Check {
    @Override
    public String name() {
        return "check-replication";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> said = new ArrayList<>();
        for (Node node : group.nodes()) {
            said.add(says(look, node, group.nodes().size()));
        }
        return new Decision.Done(String.join("; ", said));
    }

    /** Which nodes of a group say that replication is not set up everywhere; nothing from nodes that cannot tell. */
    static Optional<String> lacking(ClusterReader look, Group group) throws LinkException {
        List<String> nodes = new ArrayList<>();
        for (Node node : group.nodes()) {
            try {
                if (!look.ask(node, new UtilsDbreplicationRuntimestate())
                        .setUpAmong(group.nodes().size())) {
                    nodes.add(node.name());
                }
            } catch (LinkException e) {
                if (!(e.failure() instanceof LinkFailure.Refused)) {
                    throw e;
                }
            }
        }
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of("replication is not set up (2) everywhere, say " + String.join(" and ", nodes));
    }

    private static String says(ClusterReader look, Node node, int members) throws LinkException {
        try {
            ReplicationState state = look.ask(node, new UtilsDbreplicationRuntimestate());
            return state.setUpAmong(members)
                    ? "set up (2) everywhere, says " + node.name()
                    : "not set up (2) everywhere, says " + node.name() + "; that may be the cause (G5)";
        } catch (LinkException e) {
            if (e.failure() instanceof LinkFailure.Refused) {
                return "cannot be told on " + node.name() + ": " + e.failure().detail();
            }
            throw e;
        }
    }
}
