package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Confirms that services of the group's nodes are stopped which a start by hand may bring back (D1.5, D1.6). */
record StoppedServicesCheck(Group group) implements Step {
    @Override
    public String name() {
        return "confirm-services-stopped";
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
        List<String> stopped = new ArrayList<>();
        List<String> faulty = new ArrayList<>();
        for (Node node : group.nodes()) {
            ServiceList list = look.ask(node, new UtilsServiceList());
            if (!list.complete()) {
                return ServiceRow.incomplete(node);
            }
            List<ServiceStatus> rows = StoppedRows.notStarted(list, node);
            Set<ServiceName> faults = rows.stream()
                    .filter(row -> StoppedRows.isFaulty(row, node))
                    .map(row -> ServiceCatalog.canonical(row.name()))
                    .collect(Collectors.toSet());
            for (ServiceStatus row : rows) {
                String words = row.name() + " is " + ServiceRow.words(row) + " on " + node.name();
                if (StoppedRows.isFaulty(row, node)) {
                    faulty.add(words + DocumentSection.pointer(node, row.name()));
                } else if (StoppedRows.isForStart(row, node) && !isConsequence(row.name(), faults)) {
                    stopped.add(words);
                }
            }
        }
        return stopped.isEmpty() ? withoutStopped(faulty) : new Decision.Done(String.join("; ", stopped));
    }

    /** Whether what it is about will be started, or is needed, by the section of a fault. */
    private static boolean isConsequence(ServiceName service, Set<ServiceName> faults) {
        boolean tomcat = ServiceCatalog.same(service, ServiceOrder.TOMCAT);
        return tomcat
                ? ServiceOrder.NETWORK_SERVICES.stream().anyMatch(faults::contains)
                : ServiceCatalog.allNeeds(service).stream().anyMatch(faults::contains);
    }

    private Decision withoutStopped(List<String> faulty) {
        return faulty.isEmpty()
                ? new Decision.Unneeded("no service of group " + group.name() + " is stopped that should run")
                : new Decision.Refuse("OWN_SECTION", "no plain start is the remedy here: " + String.join("; ", faulty));
    }
}
