package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;

/** {@code getPresenceRedundancyGroup}. */
final class SimulatedGetPresenceRedundancyGroup implements SimulatedAxlOperation {
    @Override
    public String name() {
        return "getPresenceRedundancyGroup";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        SimulatedGroup group = SimulatedRedundancyGroups.find(request, world);
        ReturnedTags tags = ReturnedTags.of(request);
        return answer ->
                answer.parent("return", "", result -> SimulatedRedundancyGroups.write(result, world, group, tags));
    }
}
