package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says behind a start how high availability is: a group may have failed over while a critical service was down, and
 * stays so although all services run again (C3).
 *
 * @param node the node that is asked
 */
record HighAvailabilityNamed(Node node) implements Check {
    @Override
    public String name() {
        return "name-high-availability";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        try {
            return new Decision.Done(words(look.ask(node, new UtilsHaStatus()).groups()));
        } catch (LinkException e) {
            if (e.failure() instanceof LinkFailure.Refused) {
                return new Decision.Done("not told: " + e.failure().detail());
            }
            throw e;
        }
    }

    private static String words(List<HighAvailability.Group> groups) {
        boolean moved = groups.stream()
                .map(HighAvailability.Group::condition)
                .anyMatch(condition ->
                        condition != HighAvailabilityCondition.NORMAL && condition != HighAvailabilityCondition.OFF);
        String states = groups.stream()
                .flatMap(group -> group.nodes().stream())
                .map(member -> member.name() + " is " + member.stateText())
                .collect(Collectors.joining(", "));
        return moved ? states + "; next: " + RunbookName.REDUNDANCY_GROUP_FAILED_OVER.text() : states;
    }
}
