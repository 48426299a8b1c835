package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether high availability of a group is on, by the word of its nodes alone, where CUCM's web service cannot be asked:
 * what is on must not be called left off for want of one of two ways to look (C1).
 */
record OnByTheNodes(Group group, RunbookConfig config) {
    /**
     * Decides in place of the look that failed.
     *
     * @param cucm the look's failure
     * @throws LinkException that failure, where the nodes' word proves nothing
     */
    Decision decide(ClusterReader look, LineMemory memory, LinkException cucm) throws LinkException {
        Optional<HighAvailability.Group> live =
                isDue(look, memory, cucm.failure()) ? said(look, cucm) : Optional.empty();
        boolean isOn = live.flatMap(HighAvailability.Group::enabled).orElse(false);
        if (live.isEmpty() || !isOn && !mayArrive(memory) || isOn && !isProof(look, memory, cucm)) {
            throw cucm;
        }
        String words = "CUCM's web service cannot be asked (" + cucm.failure().detail() + "); the nodes say: "
                + GroupState.words(live);
        Duration settle = isTaken(memory) ? config.highAvailabilitySettle() : arrival();
        if (isOn && live.get().normal() && hasPassed(memory, settle)) {
            return new Decision.Done("on; " + words + ". Users before and after could not be compared");
        }
        return isOn && hasPassed(memory, arrival())
                ? Decision.Fail.thoughOn(
                        "HA_FAILED_OVER", "high availability is on; " + words + "; go by redundancy-group-failed-over")
                : new Decision.Wait(words);
    }

    /** CUCM is waited for first; only what this job has switched is asked for in this way. */
    private boolean isDue(ClusterReader look, LineMemory memory, LinkFailure failure) {
        boolean ofCucm = failure.node().equals(Groups.publisher(look.cluster()).name());
        boolean isLate = !failure.mayComeBack() || memory.awayAtLeast(config.patience());
        return ofCucm && isLate && (memory.acts() > 0 || memory.owed().contains(Hold.highAvailability(group.name())));
    }

    private Optional<HighAvailability.Group> said(ClusterReader look, LinkException cucm) throws LinkException {
        try {
            return GroupState.live(look, group);
        } catch (LinkException e) {
            throw cucm;
        }
    }

    /** CUCM has taken the change of this line, which takes its time to the nodes. */
    private boolean mayArrive(LineMemory memory) {
        return isTaken(memory) && !memory.actedAtLeast(arrival());
    }

    private Duration arrival() {
        return config.highAvailabilitySettle().plus(config.highAvailabilityPatience());
    }

    /** CUCM has taken the change of this line; or, had it stored another state, the agent would have brought it. */
    private boolean isProof(ClusterReader look, LineMemory memory, LinkException cucm) throws LinkException {
        try {
            return isTaken(memory) || runsSyncAgent(look);
        } catch (LinkException e) {
            throw cucm;
        }
    }

    private static boolean runsSyncAgent(ClusterReader look) throws LinkException {
        Optional<Node> publisher = look.cluster().first(NodeRole.IMP_PUBLISHER);
        return publisher.isPresent()
                && ServiceRow.isStarted(look.ask(publisher.get(), new UtilsServiceList()), SyncAgentSteps.SERVICE);
    }

    private static boolean isTaken(LineMemory memory) {
        return memory.acts() > 0 && !memory.lastActUnknown();
    }

    private static boolean hasPassed(LineMemory memory, Duration time) {
        return memory.acts() > 0 ? memory.actedAtLeast(time) : memory.begunAtLeast(time) || memory.awayAtLeast(time);
    }
}
