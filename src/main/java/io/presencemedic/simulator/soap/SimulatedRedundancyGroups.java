package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** How the administrative web service shows redundancy groups. */
final class SimulatedRedundancyGroups {
    private SimulatedRedundancyGroups() {}

    /** The group that a request names by its name or uuid. */
    static SimulatedGroup find(SoapRequest request, World world) {
        return world.groups().stream()
                .filter(group -> request.text("uuid")
                                .map(group.uuid()::equalsIgnoreCase)
                                .orElse(false)
                        || request.text("name").map(group.name()::equals).orElse(false))
                .findFirst()
                .orElseThrow(() -> SimulatedSoapFault.of(
                        SimulatedSoapFault.NO_SUCH_ITEM,
                        "Item not valid: The specified PresenceRedundancyGroup was not found"));
    }

    static Map<String, String> criteria(SimulatedGroup group) {
        return Map.of("name", group.name(), "description", group.description());
    }

    static void write(SoapAnswer answer, World world, SimulatedGroup group, ReturnedTags tags)
            throws XMLStreamException {
        answer.parent("presenceRedundancyGroup", group.uuid(), element -> {
            if (tags.want("name")) {
                element.element("name", group.name());
            }
            if (tags.want("description")) {
                element.element("description", group.description());
            }
            server(element, world, group, 1, tags);
            server(element, world, group, 2, tags);
            if (tags.want("haEnabled")) {
                element.element("haEnabled", String.valueOf(group.configured()));
            }
            if (tags.want("numUsers")) {
                element.element("numUsers", String.valueOf(world.users(group)));
            }
        });
    }

    private static void server(SoapAnswer answer, World world, SimulatedGroup group, int number, ReturnedTags tags)
            throws XMLStreamException {
        String name = "server" + number;
        if (!tags.want(name)) {
            return;
        }
        if (group.nodes().size() < number) {
            answer.element(name, "");
        } else {
            SimulatedNodeState node = world.node(group.nodes().get(number - 1));
            answer.element(name, node.uuid(), node.fqdn());
        }
    }
}
