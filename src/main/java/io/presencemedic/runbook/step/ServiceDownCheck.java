package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.List;

/** Confirms that a service is down on a node of the group, and not for want of another one nor as one of many. */
record ServiceDownCheck(Group group, ServiceName service) implements Check {
    @Override
    public String name() {
        return "confirm-service-down";
    }

    @Override
    public String target() {
        return group.name() + ": " + service;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceAssessment outage = new ServiceAssessment();
        for (Node node : group.nodes()) {
            outage.see(look, node, List.of(service), List.of());
        }
        return outage.verdictOfOne(service + " is STARTED on every node of group " + group.name());
    }
}
