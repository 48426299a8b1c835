package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.GroupState;
import io.presencemedic.simulator.model.NodeState;
import io.presencemedic.simulator.model.World;
import java.util.List;

/** {@code listPresenceRedundancyGroup}. */
final class ListPresenceRedundancyGroup implements AxlOperation {
    @Override
    public String name() {
        return "listPresenceRedundancyGroup";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, NodeState here) {
        ReturnedTags tags = ReturnedTags.of(request);
        List<GroupState> found = SearchCriteria.of(request).select(world.groups().stream(), RedundancyGroups::criteria);
        return answer -> answer.parent("return", "", result -> {
            for (GroupState group : found) {
                RedundancyGroups.write(result, world, group, tags);
            }
        });
    }
}
