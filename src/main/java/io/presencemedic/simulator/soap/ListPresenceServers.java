package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/**
 * {@code listAssignedPresenceServers} and {@code listUnassignedPresenceServers}: the IM and Presence nodes that are in
 * a redundancy group, with their users, and those that are in none.
 */
final class ListPresenceServers implements SimulatedAxlOperation {
    private final boolean assigned;

    ListPresenceServers(boolean assigned) {
        this.assigned = assigned;
    }

    @Override
    public String name() {
        return "list" + (assigned ? "Assigned" : "Unassigned") + "PresenceServers";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        ReturnedTags tags = ReturnedTags.of(request);
        Predicate<SimulatedNodeState> wanted = node ->
                node.role().isPresence() && node.listed() && world.groupOf(node).isPresent() == assigned;
        List<SimulatedNodeState> found = SearchCriteria.of(request)
                .select(
                        world.nodes().stream().filter(wanted),
                        node -> Map.of("name", node.fqdn(), "description", node.name()));
        return answer -> answer.parent("return", "", result -> {
            for (SimulatedNodeState node : found) {
                write(result, node, tags);
            }
        });
    }

    private void write(SoapAnswer answer, SimulatedNodeState node, ReturnedTags tags) throws XMLStreamException {
        answer.parent(assigned ? "assignedPresenceServers" : "unassignedPresenceServers", node.uuid(), element -> {
            if (tags.want("name")) {
                element.element("name", node.fqdn());
            }
            if (tags.want("description")) {
                element.element("description", node.name());
            }
            if (tags.want("nodeUsage")) {
                element.element("nodeUsage", node.role().isPublisher() ? "Publisher" : "Subscriber");
            }
            if (assigned && tags.want("numUsers")) {
                element.element("numUsers", String.valueOf(node.users()));
            }
        });
    }
}
