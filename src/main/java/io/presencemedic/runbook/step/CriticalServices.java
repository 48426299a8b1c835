package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.util.List;

/** The services of a node without which high availability moves its users away (C2, C3). */
final class CriticalServices {
    private CriticalServices() {}

    /** Those that the node has and that are not STARTED, with their states, in the order of starts. */
    static List<String> down(ClusterReader look, Node node) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        return missed(list).stream()
                .map(name -> name + " is " + ServiceRow.words(list, name) + " on " + node.name()
                        + DocumentSection.pointer(node, name))
                .toList();
    }

    /** Whether all that the node has are STARTED. */
    static boolean run(ClusterReader look, Node node) throws LinkException {
        return missed(look.ask(node, new UtilsServiceList())).isEmpty();
    }

    private static List<ServiceName> missed(ServiceList list) {
        return ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES.stream()
                .filter(name -> ServiceRow.isMissed(list, name))
                .toList();
    }
}
