package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Presence Engines of some nodes. */
final class PresenceEngines {
    private final Map<Node, ServiceList> lists = new LinkedHashMap<>();
    private final Map<Node, ServiceStatus> rows = new LinkedHashMap<>();
    private @Nullable Decision obstacle;

    private PresenceEngines() {}

    static PresenceEngines see(ClusterReader look, List<Node> nodes) throws LinkException {
        PresenceEngines engines = new PresenceEngines();
        for (Node node : nodes) {
            engines.add(node, look.ask(node, new UtilsServiceList()));
        }
        return engines;
    }

    private void add(Node node, ServiceList list) {
        lists.put(node, list);
        ServiceStatus row = list.find(DocumentSection.PRESENCE_ENGINE).orElse(null);
        if (row == null) {
            obstacle = ServiceRow.missing(list, node, DocumentSection.PRESENCE_ENGINE);
        } else if (row.reason() == StopReason.NOT_ACTIVATED) {
            obstacle = ServiceRow.notActivated(node, DocumentSection.PRESENCE_ENGINE);
        } else {
            rows.put(node, row);
        }
    }

    /** Why one of them cannot run at all; null where all can. */
    @Nullable
    Decision obstacle() {
        return obstacle;
    }

    boolean allStarted() {
        return rows.values().stream().allMatch(PresenceEngines::isStarted);
    }

    boolean noneStarted() {
        return rows.values().stream().noneMatch(PresenceEngines::isStarted);
    }

    /** The nodes on which it is not STARTED. */
    List<Node> down() {
        return rows.keySet().stream()
                .filter(node -> !ServiceRow.isStarted(list(node), DocumentSection.PRESENCE_ENGINE))
                .toList();
    }

    /** The whole list of a node that was looked at. */
    ServiceList list(Node node) {
        return Objects.requireNonNull(lists.get(node));
    }

    /** Each node's state, in a sentence. */
    String words() {
        return rows.entrySet().stream()
                .map(entry -> DocumentSection.PRESENCE_ENGINE + " is " + ServiceRow.words(entry.getValue()) + " on "
                        + entry.getKey().name())
                .collect(Collectors.joining(", "));
    }

    private static boolean isStarted(ServiceStatus row) {
        return row.state() == ServiceState.STARTED;
    }
}
