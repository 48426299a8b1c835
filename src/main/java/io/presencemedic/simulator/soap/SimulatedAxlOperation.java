package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;

/** An operation of the administrative web service. */
interface SimulatedAxlOperation {
    /** Its name, as the request's element spells it. */
    String name();

    /** Whether it changes the cluster; only CUCM's publisher takes such requests. */
    default boolean changes() {
        return false;
    }

    /**
     * Does what is asked and prepares what stands in the answer's element.
     *
     * @throws SimulatedSoapFault if that is not possible
     */
    SoapAnswer.Content perform(SoapRequest request, World world, SimulatedNodeState here);
}
