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
import java.util.Optional;

/**
 * A step that waits while this job has the replication-sync monitor of its node off. Where the node was away so long
 * that it may have restarted, the monitor is switched off once more: nobody knows whether the setting outlives a
 * restart, and the platform cannot be asked (C5).
 */
record MonitorKeptOff(Node node, Step step, RunbookConfig config) implements StepDecorator {
    /** No restart takes less than this part of the document's wait. */
    private static final int SHORTEST_RESTART = 5;

    @Override
    public Optional<Foreseen> foresees(ClusterReader look) throws LinkException {
        return step.foresees(look);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Decision.Act again = new Decision.Act(
                node.name() + " was away and may have restarted, with which its monitor may be on again",
                new Change.ByCommand(node, new SetReplicationSyncMonitor(false), true));
        boolean mayBeOn = memory.awayAtLeast(config.patience().dividedBy(SHORTEST_RESTART))
                && memory.tries(again) == 0
                && memory.owed().contains(Hold.replicationSyncMonitor(node.name()));
        return mayBeOn ? again : step.decide(look, memory);
    }
}
