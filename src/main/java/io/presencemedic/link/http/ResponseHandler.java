package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import java.io.IOException;

/**
 * What is done with the answer to an operation.
 *
 * @param <T> what it becomes
 */
interface ResponseHandler<T> {
    /** The operation. */
    Operation<?> operation();

    /** How long it may take from now on. */
    Timeouts waiting();

    /**
     * Reads an answer with status 200.
     *
     * @throws SoapFault where the service refused the request
     * @throws Unreadable where the answer is not what the operation promises
     * @throws IOException where it did not come to its end
     */
    T read(Response reply) throws SoapFault, Unreadable, IOException;

    /** What was heard so far, for the transcript. */
    String heard();

    /** Whether the answer may be read once more from its beginning. */
    boolean repeatable();
}
