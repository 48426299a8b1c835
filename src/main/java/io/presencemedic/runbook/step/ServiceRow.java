package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import java.util.Locale;
import java.util.Optional;

/** What a node's list says about one service, by whatever name the release has for it. */
final class ServiceRow {
    /** Fewer services may be on their way after an ordinary restart of one of them. */
    private static final int SEVERAL = 3;

    private ServiceRow() {}

    static Optional<ServiceStatus> see(ClusterReader look, Node node, ServiceName service) throws LinkException {
        return look.ask(node, new UtilsServiceList()).services().stream()
                .filter(row -> ServiceCatalog.same(row.name(), service))
                .findFirst();
    }

    /** Whether the node's list says that the service is STARTED. */
    static boolean isStarted(ServiceList list, ServiceName service) {
        return list.find(service)
                .filter(row -> row.state() == ServiceState.STARTED)
                .isPresent();
    }

    /** Whether what is STARTING on a node is not one of so many that they are a section of their own (D2). */
    static boolean isAloneStarting(ServiceList list) {
        return list.in(ServiceState.STARTING).size() < SEVERAL;
    }

    /** Whether the node has the service and it is not STARTED; not every release has every service. */
    static boolean isMissed(ServiceList list, ServiceName service) {
        return list.find(service)
                .filter(row -> row.state() != ServiceState.STARTED)
                .isPresent();
    }

    /** The state with its reason; for a service that is not listed: that it is not. */
    static String words(ServiceList list, ServiceName service) {
        return list.find(service).map(ServiceRow::words).orElse("not listed");
    }

    /** The state with its reason. */
    static String words(ServiceStatus row) {
        return row.state() + note(row);
    }

    /** The state with its reason, as a value; a note that says no reason that we know is none. */
    static String found(ServiceStatus row) {
        return row.reason() == null || row.reason() == StopReason.OTHER
                ? row.state().name()
                : row.state() + " " + row.reason();
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

    /** A list that was cut short proves nothing about the services that it does not name. */
    static Decision missing(ServiceList list, Node node, ServiceName service) {
        return list.complete() ? notListed(node, service) : incomplete(node);
    }

    static Decision incomplete(Node node) {
        return new Decision.Refuse(
                "LIST_INCOMPLETE",
                "the list of services of " + node.name() + " is incomplete; see whether its Service Manager runs");
    }

    static Decision notActivated(Node node, ServiceName service) {
        return new Decision.Refuse(
                "SERVICE_NOT_ACTIVATED",
                service + " is not activated on " + node.name() + "; activate it first (D1.4), with service-activate");
    }

    /** A start would be in vain, and no start repairs what is not configured (D8). */
    static Decision notConfigured(Node node, FeatureCondition feature) {
        return new Decision.Refuse(
                "FEATURE_NOT_CONFIGURED",
                feature.service() + " is stopped on " + node.name()
                        + " and starts only once its feature is configured (" + feature.item() + "): "
                        + feature.condition());
    }
}
