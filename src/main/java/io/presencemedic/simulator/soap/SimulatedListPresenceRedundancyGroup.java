package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.List;

/** {@code listPresenceRedundancyGroup}. */
final class SimulatedListPresenceRedundancyGroup implements SimulatedAxlOperation {
    @Override
    public String name() {
        return "listPresenceRedundancyGroup";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        ReturnedTags tags = ReturnedTags.of(request);
        List<SimulatedGroup> found =
                SearchCriteria.of(request).select(world.groups().stream(), SimulatedRedundancyGroups::criteria);
        return answer -> answer.parent("return", "", result -> {
            for (SimulatedGroup group : found) {
                SimulatedRedundancyGroups.write(result, world, group, tags);
            }
        });
    }
}
