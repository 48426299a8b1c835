package io.presencemedic.runbook.step;

import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to guess which node is to join a group, and names those that are in none (D6.2).
 *
 * @param named what the caller named and is not another IM and Presence node; null where nothing was named
 */
record JoiningNodeUnclear(Group group, @Nullable String named) implements Check {
    @Override
    public String name() {
        return "choose-joining-node";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        if (named != null) {
            return new Decision.Refuse(
                    "NODE_UNKNOWN", "\"" + named + "\" is not another IM and Presence node of the cluster");
        }
        List<String> members = look.ask(Groups.publisher(look.cluster()), new ListPresenceRedundancyGroup()).stream()
                .flatMap(stored -> stored.servers().stream())
                .toList();
        List<String> free = new ArrayList<>();
        for (Node node : look.cluster().presenceNodes()) {
            if (PlatformNames.find(look, node, members).isEmpty()) {
                free.add(node.name());
            }
        }
        return free.isEmpty()
                ? new Decision.Unneeded("every IM and Presence node of the cluster is in a group")
                : new Decision.Refuse(
                        "NODE_REQUIRED",
                        "name the node that is to join group " + group.name() + " in parameters.node; in no group: "
                                + String.join(", ", free));
    }
}
