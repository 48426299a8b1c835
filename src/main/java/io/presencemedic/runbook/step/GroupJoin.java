package io.presencemedic.runbook.step;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.soap.AddServerToGroup;
import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cisco.soap.ProcessNode;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes a node the second member of its group (D6.2).
 *
 * @param group the group as it is to be: the member and the node that joins
 */
record GroupJoin(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "redundancy-group-join";
    }

    @Override
    public String target() {
        return joining().name();
    }

    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        PresenceEngines engines = PresenceEngines.see(look, group.nodes());
        Decision obstacle = engines.obstacle();
        if (obstacle != null) {
            return obstacle;
        }
        RedundancyGroup stored =
                look.ask(Groups.publisher(look.cluster()), new GetPresenceRedundancyGroup(group.uuid()));
        return isMember(look, stored) ? confirm(engines, memory) : join(look, stored, engines);
    }

    private Decision join(ClusterReader look, RedundancyGroup stored, PresenceEngines engines) throws LinkException {
        if (stored.server2() != null || stored.server1() == null) {
            return new Decision.Refuse(
                    "GROUP_HAS_NO_PLACE",
                    "group " + group.name() + " has the members " + String.join(" and ", stored.servers())
                            + "; only a group of one member takes another");
        }
        if (stored.haEnabled()) {
            return new Decision.Refuse(
                    "HA_ON",
                    "CUCM has high availability on in a group of one member; with a second one the group would fail over. Switch it off first (C2)");
        }
        Optional<RedundancyGroup> other = otherGroup(look);
        if (other.isPresent()) {
            return new Decision.Refuse(
                    "NODE_IN_OTHER_GROUP",
                    joining().name() + " is in group " + other.get().name() + "; a node is in one group only");
        }
        Optional<String> listed = listed(look);
        return listed.isEmpty()
                ? new Decision.Refuse(
                        "NODE_NOT_IN_SERVER_LIST",
                        joining().name() + " is not an IM and Presence node of CUCM's server list (D7.3)")
                : new Decision.Act(
                        joining().name() + " is in no group; " + engines.words(),
                        new Change.ByOperation(
                                Groups.publisher(look.cluster()),
                                new AddServerToGroup(group.uuid(), listed.get()),
                                true));
    }

    private Decision confirm(PresenceEngines engines, LineMemory memory) {
        String joined = joining().name() + " is in group " + group.name();
        if (memory.acts() > 0) {
            return new Decision.Done(joined);
        }
        if (engines.allStarted()) {
            return new Decision.Unneeded(joined + "; " + engines.words());
        }
        return engines.noneStarted()
                ? new Decision.Done(joined + "; " + engines.words())
                : new Decision.Refuse(
                        "NODE_IN_GROUP",
                        joined + " and " + engines.words() + "; go by D6.3, presence-engine-subcluster-mismatch");
    }

    private Node joining() {
        return group.nodes().get(1);
    }

    private boolean isMember(ClusterReader look, RedundancyGroup stored) throws LinkException {
        return PlatformNames.find(look, joining(), stored.servers()).isPresent();
    }

    private Optional<RedundancyGroup> otherGroup(ClusterReader look) throws LinkException {
        List<RedundancyGroup> groups = look.ask(Groups.publisher(look.cluster()), new ListPresenceRedundancyGroup());
        for (RedundancyGroup candidate : groups) {
            if (isMember(look, candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The node's name as CUCM's server list spells it. */
    private Optional<String> listed(ClusterReader look) throws LinkException {
        List<String> servers = look.ask(Groups.publisher(look.cluster()), new ListProcessNode()).stream()
                .filter(ProcessNode::isPresence)
                .map(ProcessNode::name)
                .toList();
        return PlatformNames.find(look, joining(), servers);
    }
}
