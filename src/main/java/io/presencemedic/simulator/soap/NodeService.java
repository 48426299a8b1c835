package io.presencemedic.simulator.soap;

import java.util.Optional;

/** A web service of one node. */
interface NodeService {
    /** The answer for everybody while the service cannot be used; empty while it can. */
    Optional<HttpAnswer> outage();

    /** Whether an operation changes the cluster. */
    boolean changes(String operation);

    /** What a browser is shown. */
    HttpAnswer page();

    /** The answer for a version of its schema that it does not know. */
    HttpAnswer unsupportedVersion();

    /** What it says when it is asked too often. */
    default SimulatedSoapFault throttle() {
        return SimulatedSoapFault.ofMessage(
                "Exceeded allowed rate for Realtime information. Current allowed rate for realtime"
                        + " information is 15 requests per minute.");
    }

    /**
     * Carries out an operation.
     *
     * @param action the header SOAPAction; empty for none
     * @throws SimulatedSoapFault if that is not possible
     */
    HttpAnswer perform(SoapRequest request, String action);
}
