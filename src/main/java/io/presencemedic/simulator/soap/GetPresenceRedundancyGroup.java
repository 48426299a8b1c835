package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.GroupState;
import io.presencemedic.simulator.model.NodeState;
import io.presencemedic.simulator.model.World;

/** {@code getPresenceRedundancyGroup}. */
final class GetPresenceRedundancyGroup implements AxlOperation {
    @Override
    public String name() {
        return "getPresenceRedundancyGroup";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, NodeState here) {
        GroupState group = RedundancyGroups.find(request, world);
        ReturnedTags tags = ReturnedTags.of(request);
        return answer -> answer.parent("return", "", result -> RedundancyGroups.write(result, world, group, tags));
    }
}
