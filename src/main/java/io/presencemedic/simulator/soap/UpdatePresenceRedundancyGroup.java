package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;

/**
 * {@code updatePresenceRedundancyGroup}: switches high availability in CUCM's database, and assigns the second server.
 * As on the real platform an empty element reads as false, because that is the schema's default.
 */
final class UpdatePresenceRedundancyGroup implements SimulatedAxlOperation {
    @Override
    public String name() {
        return "updatePresenceRedundancyGroup";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        SimulatedGroup group = SimulatedRedundancyGroups.find(request, world);
        request.text("server1").ifPresent(name -> checkFirst(world, group, name));
        request.text("server2").ifPresent(name -> second(world, group, name));
        request.text("haEnabled").map(UpdatePresenceRedundancyGroup::isTrue).ifPresent(on -> {
            if (on && group.nodes().size() < 2) {
                throw SimulatedSoapFault.of(
                        SimulatedSoapFault.NOT_POSSIBLE,
                        "High availability cannot be enabled for a redundancy group with a single server");
            }
            world.configureHighAvailability(group, on);
        });
        return answer -> answer.element("return", group.uuid());
    }

    private static void checkFirst(World world, SimulatedGroup group, String name) {
        if (group.nodes().isEmpty() || !world.node(group.nodes().get(0)).isCalled(name)) {
            throw SimulatedSoapFault.of(
                    SimulatedSoapFault.NOT_POSSIBLE, "The first server of a redundancy group cannot be changed");
        }
    }

    /** An empty name takes the second server out of the group. */
    private static void second(World world, SimulatedGroup group, String name) {
        if (group.configured()) {
            throw SimulatedSoapFault.of(
                    SimulatedSoapFault.NOT_POSSIBLE, "Servers cannot be changed while high availability is enabled");
        }
        if (name.isEmpty()) {
            world.membership().second(group, null);
            return;
        }
        SimulatedNodeState node = ProcessNodes.find(world, name);
        if (!node.role().isPresence()
                || world.groupOf(node).filter(other -> other != group).isPresent()) {
            throw SimulatedSoapFault.of(
                    SimulatedSoapFault.NOT_POSSIBLE,
                    "The server " + name + " cannot be assigned to this redundancy group");
        }
        if (!group.nodes().contains(node.name())) {
            world.membership().second(group, node);
        }
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "t", "true", "1" -> true;
            case "", "f", "false", "0" -> false;
            default ->
                throw SimulatedSoapFault.of(
                        SimulatedSoapFault.NOT_POSSIBLE, "The value of haEnabled is neither true nor false");
        };
    }
}
