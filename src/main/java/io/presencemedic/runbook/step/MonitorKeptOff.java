package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.SetReplicationSyncMonitor;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Foreseen;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step that needs the replication-sync monitors off which this job has switched off. Where one of their nodes has
 * restarted since, or was away so long that it may have, its monitor is switched off once more: nobody knows whether
 * the setting outlives a restart, and the platform cannot be asked (C5).
 *
 * @param node the step's own node; null for a step of the whole group
 * @param group the nodes whose monitors have to be off, the step's own among them
 */
record MonitorKeptOff(@Nullable Node node, List<Node> group, Step step, RunbookConfig config) implements StepDecorator {
    /** No restart takes less than this part of the document's wait. */
    private static final int SHORTEST_RESTART = 5;

    /** What is found of a node whose restart nobody tells. */
    private static final String AWAY = "AWAY";

    @Override
    public int mostChanges() {
        return step.mostChanges() + group.size();
    }

    @Override
    public Optional<Foreseen> foresees(ClusterReader look) throws LinkException {
        return step.foresees(look);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        for (Node each : group) {
            Optional<Decision.Act> again = memory.owed().contains(Hold.replicationSyncMonitor(each.name()))
                    ? again(look, each, memory)
                    : Optional.empty();
            if (again.isPresent()) {
                return again.get();
            }
        }
        return step.decide(look, memory);
    }

    private Optional<Decision.Act> again(ClusterReader look, Node each, LineMemory memory) {
        Optional<String> before = memory.noted(ReplicationSyncMonitor.sinceOf(each));
        Optional<String> now = before.isEmpty() ? before : ReplicationSyncMonitor.watcherSince(look, each);
        if (now.isPresent()) {
            return restarted(each, before.get(), now.get(), memory);
        }
        boolean mayTell = before.isPresent() && !memory.begunAtLeast(config.patience());
        boolean isMeant = node == null || node.equals(each);
        return mayTell || !isMeant ? Optional.empty() : away(each, memory);
    }

    /** The last try may not have been heard, and is made once more. */
    private static Optional<Decision.Act> restarted(Node each, String before, String now, LineMemory memory) {
        Decision.Act act = new Decision.Act(
                each.name() + " has restarted: " + DocumentSection.DATA_MONITOR + " has been running since " + now
                        + ", with which its monitor may be on again",
                off(each),
                Map.of(ReplicationSyncMonitor.sinceOf(each), now),
                now);
        boolean isDue = before.equals(now) ? memory.lastActUnknown() && memory.tries(act) == 1 : memory.tries(act) == 0;
        return isDue ? Optional.of(act) : Optional.empty();
    }

    private Optional<Decision.Act> away(Node each, LineMemory memory) {
        Decision.Act act = new Decision.Act(
                each.name() + " was away and may have restarted, with which its monitor may be on again", off(each))
                .found(AWAY);
        Duration restart = config.patience().dividedBy(SHORTEST_RESTART);
        return memory.awayAtLeast(restart) && memory.tries(act) == 0 ? Optional.of(act) : Optional.empty();
    }

    private static Change off(Node each) {
        return new Change.ByCommand(each, new SetReplicationSyncMonitor(false), true);
    }
}
