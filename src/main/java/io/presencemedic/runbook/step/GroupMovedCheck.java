package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityReason;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Confirms that a group has failed over, has failed or stands idle, and that nothing keeps it there but high
 * availability itself: services that do not run come first (C3).
 */
record GroupMovedCheck(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "confirm-group-moved";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.transitionPatience().plus(config.patience().multipliedBy(2));
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        GroupState state = GroupState.see(look, group);
        Optional<Decision> underway = state.underway(memory, config);
        if (underway.isPresent()) {
            return underway.get();
        }
        if (!state.isMoved()) {
            return new Decision.Unneeded("neither failed over nor failed: " + state.words());
        }
        List<String> down = down(look, state);
        if (down.isEmpty()) {
            return new Decision.Done(state.words());
        }
        return memory.begunAtLeast(config.patience())
                ? new Decision.Refuse(
                        "NEEDED_SERVICE_DOWN", "first its services have to run: " + String.join("; ", down))
                : new Decision.Wait("its services do not all run yet: " + String.join("; ", down));
    }

    private List<String> down(ClusterReader look, GroupState state) throws LinkException {
        List<String> down = new ArrayList<>();
        for (Node node : group.nodes()) {
            if (state.nodes().stream().noneMatch(member -> isStoppedByManager(node, member))) {
                down.addAll(CriticalServices.down(look, node));
            }
        }
        return down;
    }

    /** The Server Recovery Manager keeps the services of such a node stopped until a fallback (F1, F4). */
    private static boolean isStoppedByManager(Node node, HighAvailability.Node member) {
        boolean asked = member.state() == HighAvailabilityState.FAILED_OVER
                && member.why().equals(Optional.of(HighAvailabilityReason.ON_ADMIN_REQUEST));
        return GroupState.isSame(node, member) && (member.state() == HighAvailabilityState.IDLE || asked);
    }
}
