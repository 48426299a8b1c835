package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.SetReplicationSyncMonitor;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Switches the replication-sync monitor of a node on or off. The platform cannot be asked for its state, so our own
 * record stands in for a look (C5).
 *
 * @param nodes where the service below is looked at
 * @param needless the service that makes the step needless where it runs on all of them; null where nothing does
 */
record ReplicationSyncMonitor(
        Node node, boolean on, List<Node> nodes, @Nullable ServiceName needless) implements Step {
    ReplicationSyncMonitor(Node node, boolean on) {
        this(node, on, List.of(), null);
    }

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "replication-sync-monitor-" + (on ? "enable" : "disable");
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Optional<Hold> switchesOff() {
        return on ? Optional.empty() : Optional.of(hold());
    }

    @Override
    public Optional<Hold> switchesOn() {
        return on ? Optional.of(hold()) : Optional.empty();
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public List<String> wouldSend() {
        return List.of(new SetReplicationSyncMonitor(on).text());
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        if (memory.acts() == 0 && needless != null && runsEverywhere(look, needless)) {
            return new Decision.Done("stays on: " + needless + " is STARTED");
        }
        if (memory.acts() > 0 && !memory.lastActUnknown()) {
            return new Decision.Done(memory.lastAnswer()
                    .filter(answer -> !answer.isBlank())
                    .map(answer -> "the platform says: " + answer.strip())
                    .orElse("the platform took the command"));
        }
        Optional<String> holder = look.heldOffBy(hold());
        if (!on && memory.acts() == 0 && holder.isPresent()) {
            return new Decision.Done("off since job " + holder.get() + ", by our own record");
        }
        return new Decision.Act(
                on ? "the monitor is to be on" : "the monitor holds services in STARTING",
                new Change.ByCommand(node, new SetReplicationSyncMonitor(on), true),
                on ? Map.of() : since(look));
    }

    private Map<String, String> since(ClusterReader look) {
        return watcherSince(look, node)
                .map(since -> Map.of(sinceOf(node), since))
                .orElseGet(Map::of);
    }

    /** The note of the time since which the service has been running that heeds the node's monitor. */
    static String sinceOf(Node node) {
        return RunningSince.NOTE + "." + DocumentSection.DATA_MONITOR + "." + node.name();
    }

    /**
     * Since when that service has been running; another time than before tells of a restart. Empty where nobody tells.
     */
    static Optional<String> watcherSince(ClusterReader look, Node node) {
        return RunningSince.byAnyName(look, node, DocumentSection.DATA_MONITOR);
    }

    private boolean runsEverywhere(ClusterReader look, ServiceName service) throws LinkException {
        for (Node each : nodes) {
            if (ServiceRow.isMissed(look.ask(each, new UtilsServiceList()), service)) {
                return false;
            }
        }
        return true;
    }

    private Hold hold() {
        return Hold.replicationSyncMonitor(node.name());
    }
}
