package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.evidence.folder.ItemRecord.Channel;
import io.presencemedic.evidence.folder.ItemRecord.Way;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Collects the traces of every service that stays stopped on a node (D3), whichever these are at the time. */
public record StoppedServiceTraces(LogPeriods period, long longest) implements Collector {
    /** The name of the step. */
    public static final String STEP = "collect-traces-of-stopped-services";
    /** What its item is called, for a person. */
    public static final String TITLE = "the traces of every service that stays stopped";

    /** The services that were found stopped. */
    record Stopped(List<String> services) {}

    @Override
    public Channel channel() {
        return Channel.WEB_SERVICE;
    }

    @Override
    public List<Way> ways(Node node, Cluster cluster) {
        return Stream.of(Channel.values())
                .map(channel -> new Way(node.name(), channel))
                .toList();
    }

    @Override
    public void collect(ClusterReader look, ItemCollection collection) throws LinkException, IOException {
        for (String service : stopped(look, collection)) {
            new LogCollector(service, period, longest).collect(look, collection);
        }
    }

    private static List<String> stopped(ClusterReader look, ItemCollection collection)
            throws LinkException, IOException {
        Node node = collection.node();
        String note = "stopped@" + node.name();
        Optional<Stopped> known = collection.folder().note(note, Stopped.class);
        if (known.isPresent()) {
            return known.get().services();
        }
        try {
            List<String> services = look.ask(node, new UtilsServiceList()).services().stream()
                    .filter(row -> staysStopped(row, node.role()))
                    .map(row -> row.name().value())
                    .distinct()
                    .toList();
            collection.folder().note(note, new Stopped(services));
            return services;
        } catch (LinkException e) {
            collection.failed(TITLE, Channel.COMMAND_LINE, e);
            return List.of();
        }
    }

    /** A feature that was never activated does not stay stopped, and some services are right not to run. */
    private static boolean staysStopped(ServiceStatus row, NodeRole role) {
        return row.reason() != StopReason.NOT_ACTIVATED
                && ServiceCatalog.isMissed(row, role.product(), role.isPublisher());
    }
}
