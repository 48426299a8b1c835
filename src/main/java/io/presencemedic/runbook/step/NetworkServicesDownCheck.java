package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Confirms that network services of the group's IM and Presence publisher are stopped (D3). */
record NetworkServicesDownCheck(Group group) implements Step {
    @Override
    public String name() {
        return "confirm-network-services-down";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceAssessment publisher = new ServiceAssessment();
        ServiceAssessment others = new ServiceAssessment();
        for (Node node : group.nodes()) {
            ServiceAssessment outage = node.role() == NodeRole.IMP_PUBLISHER ? publisher : others;
            outage.see(look, node, ServiceOrder.NETWORK_SERVICES, handled());
        }
        return publisher.isNothing() && others.isDown()
                ? new Decision.Refuse(
                        "NETWORK_SERVICES_DOWN_ON_SUBSCRIBER",
                        "D3 is for the publisher, which is not affected: " + others.words()
                                + "; stopped-services-start starts them (D1.5)")
                : publisher.verdict("no network service of group " + group.name() + " is down");
    }

    private static List<ServiceName> handled() {
        List<ServiceName> handled = new ArrayList<>(ServiceOrder.NETWORK_SERVICES);
        handled.add(ServiceOrder.TOMCAT);
        return handled;
    }
}
