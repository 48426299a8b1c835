package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.GroupState;
import io.presencemedic.simulator.model.NodeState;
import io.presencemedic.simulator.model.World;

/**
 * {@code updatePresenceRedundancyGroup}: switches high availability in CUCM's database. As on the real platform an
 * empty element reads as false, because that is the schema's default.
 */
final class UpdatePresenceRedundancyGroup implements AxlOperation {
    @Override
    public String name() {
        return "updatePresenceRedundancyGroup";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, NodeState here) {
        GroupState group = RedundancyGroups.find(request, world);
        request.text("haEnabled").map(UpdatePresenceRedundancyGroup::isTrue).ifPresent(on -> {
            if (on && group.nodes().size() < 2) {
                throw SoapFault.of(
                        SoapFault.NOT_POSSIBLE,
                        "High availability cannot be enabled for a redundancy group with a single server");
            }
            world.configureHighAvailability(group, on);
        });
        return answer -> answer.element("return", group.uuid());
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "t", "true", "1" -> true;
            case "", "f", "false", "0" -> false;
            default -> throw SoapFault.of(SoapFault.NOT_POSSIBLE, "The value of haEnabled is neither true nor false");
        };
    }
}
