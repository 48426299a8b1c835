package io.presencemedic.simulator.soap;

import org.jspecify.annotations.Nullable;

/** An operation that ends with a SOAP fault. */
final class SimulatedSoapFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** AXL's code for an item that is not there. */
    static final int NO_SUCH_ITEM = 5007;
    /** AXL's code for want of memory. */
    static final int NO_MEMORY = -1;
    /** AXL's code for an update that is not possible. */
    static final int NOT_POSSIBLE = 5003;

    private final @Nullable Integer code;

    private SimulatedSoapFault(@Nullable Integer code, String message) {
        super(message);
        this.code = code;
    }

    static SimulatedSoapFault of(int code, String message) {
        return new SimulatedSoapFault(code, message);
    }

    /** A fault of the message itself, which carries no detail. */
    static SimulatedSoapFault ofMessage(String message) {
        return new SimulatedSoapFault(null, message);
    }

    @Nullable
    Integer code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
