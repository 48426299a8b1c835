package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;

/** {@code getCCMVersion}: the version of the node that is asked, or of one that is named. */
final class SimulatedGetCcmVersion implements SimulatedAxlOperation {
    @Override
    public String name() {
        return "getCCMVersion";
    }

    @Override
    public SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here) {
        SimulatedNodeState node = request.text("processNodeName")
                .filter(name -> !name.isEmpty())
                .map(name -> ProcessNodes.find(world, name))
                .orElse(here);
        return answer -> answer.parent(
                "return",
                "",
                result -> result.parent(
                        "componentVersion", "", component -> component.element("version", node.version())));
    }
}
