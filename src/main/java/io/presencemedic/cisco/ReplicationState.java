package io.presencemedic.cisco;

import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What {@code utils dbreplication runtimestate} said.
 *
 * @param serverTime the node's clock, as printed; null where it is not given
 * @param databaseVersion such as {@code ccm15_0_1_12900_234}; null where it is not given
 * @param lastCheck the last replication check or synchronisation; null where none is given. It may be years old.
 * @param nodes the rows of the table
 * @param servicesRunning false where the answer says that database services are not all running
 * @param complete whether the table holds as many rows as it announces
 */
@Value.Builder
public record ReplicationState(
        @Nullable String serverTime,
        @Nullable String databaseVersion,
        @Nullable ReplicationCheck lastCheck,
        List<ReplicationNode> nodes,
        boolean servicesRunning,
        boolean complete) {
    /** A cluster with a single node has no replication: not applicable, not unknown (G8). */
    public static final ReplicationState NOT_APPLICABLE = new ReplicationStateBuilder()
            .nodes(List.of())
            .servicesRunning(true)
            .complete(true)
            .build();

    public ReplicationState {
        nodes = List.copyOf(nodes);
    }

    /** Whether every node of the table, and none is missing, is set up and reachable: state (2) everywhere (C2). */
    public boolean setUpEverywhere() {
        return !isApplicable() || complete && !nodes.isEmpty() && nodes.stream().allMatch(ReplicationNode::setUp);
    }

    /**
     * Whether replication is set up among so many nodes: a node that says it is the only one has none with its peer
     * (C2).
     */
    public boolean setUpAmong(int count) {
        return setUpEverywhere() && (isApplicable() || count < 2);
    }

    /** Whether a node is said not to be set up or not reachable; where rows are cut or missing, nobody knows. */
    public boolean faulty() {
        return !servicesRunning || nodes.stream().anyMatch(ReplicationNode::faulty);
    }

    /** Whether there is anything to replicate. */
    public boolean isApplicable() {
        return !equals(NOT_APPLICABLE);
    }

    /** Whether replication is set up everywhere and its last check ended without a fault. */
    public boolean healthy() {
        return servicesRunning && setUpEverywhere() && lastCheck != null && lastCheck.clean();
    }
}
