package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.GroupState;
import io.presencemedic.simulator.model.NodeState;
import io.presencemedic.simulator.model.World;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** How the administrative web service shows redundancy groups. */
final class RedundancyGroups {
    private RedundancyGroups() {}

    /** The group that a request names by its name or uuid. */
    static GroupState find(SoapRequest request, World world) {
        return world.groups().stream()
                .filter(group -> request.text("uuid")
                                .map(group.uuid()::equalsIgnoreCase)
                                .orElse(false)
                        || request.text("name").map(group.name()::equals).orElse(false))
                .findFirst()
                .orElseThrow(() -> SoapFault.of(
                        SoapFault.NO_SUCH_ITEM, "Item not valid: The specified PresenceRedundancyGroup was not found"));
    }

    static Map<String, String> criteria(GroupState group) {
        return Map.of("name", group.name(), "description", group.description());
    }

    static void write(SoapAnswer answer, World world, GroupState group, ReturnedTags tags) throws XMLStreamException {
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

    private static void server(SoapAnswer answer, World world, GroupState group, int number, ReturnedTags tags)
            throws XMLStreamException {
        String name = "server" + number;
        if (!tags.want(name)) {
            return;
        }
        if (group.nodes().size() < number) {
            answer.element(name, "");
        } else {
            NodeState node = world.node(group.nodes().get(number - 1));
            answer.element(name, node.uuid(), node.fqdn());
        }
    }
}
