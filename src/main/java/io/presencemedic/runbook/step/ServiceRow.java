package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Look;
import java.util.Locale;
import java.util.Optional;

/** What a node's list says about one service, by whatever name the release has for it. */
final class ServiceRow {
    private ServiceRow() {}

    static Optional<ServiceStatus> see(Look look, Node node, ServiceName service) throws LinkException {
        return look.ask(node, new UtilsServiceList()).services().stream()
                .filter(row -> ServiceCatalog.same(row.name(), service))
                .findFirst();
    }

    /** Why it is stopped, in brackets; empty where the row does not say. */
    static String note(ServiceStatus row) {
        return row.reason() == null
                ? ""
                : " (" + row.reason().name().replace('_', ' ').toLowerCase(Locale.ROOT) + ")";
    }

    static Decision notListed(Node node, ServiceName service) {
        return new Decision.Refuse(
                "SERVICE_NOT_ON_NODE", node.name() + " has no service " + service + "; choose the node that runs it");
    }

    static Decision notActivated(Node node, ServiceName service) {
        return new Decision.Refuse(
                "SERVICE_NOT_ACTIVATED",
                service + " is not activated on " + node.name() + "; activate it first (D1.4), with service-activate");
    }
}
