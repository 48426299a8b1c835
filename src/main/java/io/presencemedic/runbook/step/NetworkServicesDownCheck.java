package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;

/** Confirms that network services of the group's nodes are stopped (D3). */
record NetworkServicesDownCheck(Group group) implements Check {
    @Override
    public String name() {
        return "confirm-network-services-down";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceAssessment outage = new ServiceAssessment();
        for (Node node : group.nodes()) {
            outage.see(look, node, ServiceOrder.NETWORK_SERVICES, handled());
        }
        return outage.verdictOfOne("no network service of group " + group.name() + " is down");
    }

    private static List<ServiceName> handled() {
        List<ServiceName> handled = new ArrayList<>(ServiceOrder.NETWORK_SERVICES);
        handled.add(ServiceOrder.TOMCAT);
        return handled;
    }
}
