package io.presencemedic.simulator.soap;

import org.jspecify.annotations.Nullable;

/** An operation that ends with a SOAP fault. */
final class SoapFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** AXL's code for an item that is not there. */
    static final int NO_SUCH_ITEM = 5007;
    /** AXL's code for want of memory. */
    static final int NO_MEMORY = -1;
    /** AXL's code for an update that is not possible. */
    static final int NOT_POSSIBLE = 5003;

    private final @Nullable Integer code;

    private SoapFault(@Nullable Integer code, String message) {
        super(message);
        this.code = code;
    }

    static SoapFault of(int code, String message) {
        return new SoapFault(code, message);
    }

    /** A fault of the message itself, which carries no detail. */
    static SoapFault ofMessage(String message) {
        return new SoapFault(null, message);
    }

    @Nullable
    Integer code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
