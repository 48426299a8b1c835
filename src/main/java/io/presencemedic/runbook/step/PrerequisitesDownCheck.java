package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;

/** Confirms that a Presence Engine is down on a node where services that it needs are stopped (D6.1). */
record PrerequisitesDownCheck(Group group) implements Check {
    @Override
    public String name() {
        return "confirm-prerequisites-down";
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
        ServiceAssessment outage = new ServiceAssessment();
        for (Node node : engines.down()) {
            outage.see(
                    look, node, ServiceOrder.PRESENCE_ENGINE_PREREQUISITES, ServiceOrder.PRESENCE_ENGINE_PREREQUISITES);
        }
        boolean lacksSyncAgent = engines.down().stream()
                .anyMatch(node -> ServiceRow.isMissed(engines.list(node), DocumentSection.SYNC_AGENT));
        return lacksSyncAgent && lacksWebService(look)
                ? new Decision.Refuse(
                        "NEEDED_SERVICE_DOWN",
                        DocumentSection.SYNC_AGENT + " needs " + DocumentSection.AXL_WEB_SERVICE
                                + " of the CUCM publisher, which is not STARTED; go by D7, sync-agent-checklist")
                : outage.verdict("no Presence Engine of group " + group.name()
                        + " is down for want of the services that it needs");
    }

    private static boolean lacksWebService(ClusterReader look) throws LinkException {
        ServiceList list = look.ask(Groups.publisher(look.cluster()), new UtilsServiceList());
        return ServiceRow.isMissed(list, DocumentSection.AXL_WEB_SERVICE);
    }
}
