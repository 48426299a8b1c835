package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedServiceKind;
import io.presencemedic.simulator.model.SimulatedServiceRow;
import io.presencemedic.simulator.model.World;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What Control Center tells about the software of a node. */
final class ProductListing {
    private final World world;
    private final SimulatedNodeState node;

    ProductListing(World world, SimulatedNodeState node) {
        this.world = world;
        this.node = node;
    }

    SoapAnswer.Content content() {
        List<SimulatedNodeState> own = world.nodes(node.role().product());
        return answer -> {
            answer.element("ActiveServerVersion", node.version() + ".x86_64");
            answer.element("PrimaryNode", own.get(0).fqdn());
            answer.element("SecondaryNode", own.size() > 1 ? own.get(1).fqdn() : "");
            answer.parent("Products", "", products -> {
                product(products, "Common Services", "Common", "SYS");
                if (node.role().isPresence()) {
                    product(products, "Cisco Unified IM and Presence", "CUP", "CUP");
                } else {
                    product(products, "Cisco Unified CallManager", "CallManager", "CCM");
                }
            });
            answer.parent("Services", "", services -> {
                for (SimulatedServiceRow row : node.services()) {
                    if (world.kind(row) != SimulatedServiceKind.PLATFORM) {
                        services.parent("item", "", item -> service(item, row));
                    }
                }
            });
        };
    }

    private void product(SoapAnswer answer, String name, String id, String shortName) throws XMLStreamException {
        answer.parent("item", "", item -> {
            item.element("ProductName", name);
            item.element("ProductVersion", node.version());
            item.element("ProductDescription", name);
            item.element("ProductID", id);
            item.element("ShortName", shortName);
        });
    }

    private void service(SoapAnswer item, SimulatedServiceRow row) throws XMLStreamException {
        boolean common = world.kind(row) == SimulatedServiceKind.COMMON;
        item.element("ServiceName", row.name());
        item.element("ServiceType", row.name().startsWith("SOAP") ? "Servlet" : "Service");
        item.element("Deployable", String.valueOf(world.kind(row) == SimulatedServiceKind.FEATURE));
        item.element("GroupName", common ? "Platform Services" : "IM and Presence Services");
        item.element("ProductID", common ? "Common" : node.role().isPresence() ? "CUP" : "CallManager");
        item.parent("DependentServices", "", none -> {});
    }
}
