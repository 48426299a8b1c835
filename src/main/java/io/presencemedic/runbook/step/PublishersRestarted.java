package io.presencemedic.runbook.step;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person has restarted the CUCM publisher and then the IM and Presence publisher, with high availability off (D7.6,
 * C3). Nodes are never restarted by this service: it asks, and says what it sees.
 *
 * @param node the node whose Sync Agent does not start
 * @param publisher the IM and Presence publisher
 */
record PublishersRestarted(Node node, Node publisher) implements Step {
    @Override
    public String name() {
        return "publishers-restarted";
    }

    @Override
    public String target() {
        return publisher.name();
    }

    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        if (ServiceRow.isStarted(look.ask(node, new UtilsServiceList()), DocumentSection.SYNC_AGENT)) {
            return new Decision.Unneeded(DocumentSection.SYNC_AGENT + " is STARTED on " + node.name());
        }
        if (memory.approved()) {
            return new Decision.Done("an operator says that both publishers were restarted");
        }
        Node cucm = Groups.publisher(look.cluster());
        Optional<RedundancyGroup> group = groupOfPublisher(look, cucm);
        if (group.filter(RedundancyGroup::haEnabled).isPresent()) {
            return new Decision.Refuse(
                    "HA_ON",
                    "the next item is a restart of " + cucm.name() + " and " + publisher.name()
                            + " (D7.6), and high availability of group "
                            + group.get().name()
                            + " is on; switch it off with high-availability-disable, then run this again");
        }
        return new Decision.Ask(
                "Everything that the checklist looks at is as it should be, and " + DocumentSection.SYNC_AGENT
                        + " does not start. Next item (D7.6): restart " + cucm.name() + ", wait until it is back, then "
                        + publisher.name() + ". High availability is off in CUCM; the nodes say: " + live(look)
                        + ". This service restarts no nodes. Restart both (utils system restart), then approve",
                null);
    }

    private Optional<RedundancyGroup> groupOfPublisher(ClusterReader look, Node cucm) throws LinkException {
        List<RedundancyGroup> groups = look.ask(cucm, new ListPresenceRedundancyGroup());
        for (RedundancyGroup group : groups) {
            if (PlatformNames.find(look, publisher, group.servers()).isPresent()) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    private String live(ClusterReader look) throws LinkException {
        return look.ask(publisher, new UtilsHaStatus()).groups().stream()
                .flatMap(group -> group.nodes().stream())
                .map(PublishersRestarted::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(HighAvailability.Node member) {
        return member.name() + " is " + member.stateText()
                + (member.reason() == null ? "" : " (" + member.reason() + ")");
    }
}
