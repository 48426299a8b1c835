package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Confirms that the Presence Engine is the only service that is down, and for none of the causes that come earlier in
 * the document (D6.4).
 */
record PresenceEngineAloneCheck(Group group) implements Check {
    @Override
    public String name() {
        return "confirm-presence-engine-alone";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        PresenceEngines engines = PresenceEngines.see(look, group.nodes());
        Decision obstacle = engines.obstacle();
        if (obstacle != null) {
            return obstacle;
        }
        if (engines.allStarted()) {
            return new Decision.Unneeded(engines.words());
        }
        for (Node node : group.nodes()) {
            List<ServiceStatus> others = StoppedRows.notStarted(engines.list(node), node).stream()
                    .filter(row -> !ServiceCatalog.same(row.name(), DocumentSection.PRESENCE_ENGINE))
                    .toList();
            if (!others.isEmpty()) {
                return notAlone(node, others);
            }
        }
        return differs(look)
                ? new Decision.Refuse(
                        "SUBCLUSTERS_DIFFER",
                        "the two nodes bear different subclusterids; go by D6.3, presence-engine-subcluster-mismatch")
                : new Decision.Done(engines.words() + ", and all other services that should run are STARTED");
    }

    private static Decision notAlone(Node node, List<ServiceStatus> others) {
        return new Decision.Refuse(
                "OTHER_SERVICES_DOWN",
                "the Presence Engine is not the only service that is down on " + node.name() + ": "
                        + others.stream()
                                .map(row -> row.name() + " is " + ServiceRow.words(row)
                                        + DocumentSection.pointer(node, row.name()))
                                .collect(Collectors.joining("; ")));
    }

    private boolean differs(ClusterReader look) throws LinkException {
        if (group.nodes().size() < 2) {
            return false;
        }
        for (Node node : group.nodes()) {
            SubclusterRows rows = SubclusterRows.see(look, node, group);
            if (rows.isSound() && !rows.isEqual()) {
                return true;
            }
        }
        return false;
    }
}
