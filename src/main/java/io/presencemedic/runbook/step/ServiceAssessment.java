package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects which of a procedure's services are down, and whether their cause lies elsewhere in the document. */
final class ServiceAssessment {
    private final List<String> down = new ArrayList<>();
    private final List<String> starting = new ArrayList<>();
    private boolean many;
    private @Nullable Decision obstacle;

    /**
     * Looks at services of a node.
     *
     * @param services the procedure's services
     * @param handled what the procedure itself sees to before it starts them
     */
    void see(ClusterReader look, Node node, List<ServiceName> services, Collection<ServiceName> handled)
            throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        many |= !ServiceRow.isAloneStarting(list);
        for (ServiceName service : services) {
            ServiceStatus row = list.find(service).orElse(null);
            if (row == null) {
                hinder(ServiceRow.missing(list, node, service));
            } else if (row.reason() == StopReason.NOT_ACTIVATED) {
                hinder(ServiceRow.notActivated(node, service));
            } else {
                see(list, node, row, handled);
            }
        }
    }

    private void see(ServiceList list, Node node, ServiceStatus row, Collection<ServiceName> handled) {
        String words = row.name() + " is " + ServiceRow.words(row) + " on " + node.name();
        switch (row.state()) {
            case STARTED -> {}
            case STARTING, STOPPING -> starting.add(words);
            case STOPPED, NOTRUNNING -> {
                down.add(words);
                ServiceCatalog.allNeeds(row.name()).stream()
                        .filter(need -> !handled.contains(need) && ServiceRow.isMissed(list, need))
                        .findFirst()
                        .ifPresent(need -> hinder(heldBack(list, node, row.name(), need)));
            }
        }
    }

    private void hinder(Decision decision) {
        obstacle = obstacle == null ? decision : obstacle;
    }

    private static Decision heldBack(ServiceList list, Node node, ServiceName service, ServiceName need) {
        return new Decision.Refuse(
                "NEEDED_SERVICE_DOWN",
                service + " on " + node.name() + " needs " + need + ", which is " + ServiceRow.words(list, need)
                        + "; that comes first" + DocumentSection.pointer(node, need));
    }

    /** Whether a service is stopped. */
    boolean isDown() {
        return !down.isEmpty();
    }

    /** What is down, in sentences. */
    String words() {
        return String.join("; ", down);
    }

    /**
     * What follows for a procedure that starts what is stopped.
     *
     * @param nothing why there is nothing to do where all is STARTED
     */
    Decision verdict(String nothing) {
        if (obstacle != null) {
            return obstacle;
        }
        if (down.isEmpty()) {
            return starting.isEmpty() ? new Decision.Unneeded(nothing) : stillStarting(String.join("; ", starting));
        }
        return new Decision.Done(words());
    }

    /**
     * What follows for the section of a service that may also stay STARTING by itself: only where many services of a
     * node do is that another section's matter.
     *
     * @param nothing why there is nothing to do where all is STARTED
     */
    Decision verdictOfOne(String nothing) {
        boolean alone = obstacle == null && down.isEmpty() && !starting.isEmpty() && !many;
        return alone ? new Decision.Done(String.join("; ", starting)) : verdict(nothing);
    }

    /** What is STARTING has another section. */
    static Decision stillStarting(String what) {
        return new Decision.Refuse(
                "STILL_STARTING",
                what + "; services that stay in STARTING have a section of their own (D2, services-stuck-in-starting)");
    }
}
