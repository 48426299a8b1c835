package io.presencemedic.http;

/** A text in a request that is no value of its kind; the message is for the caller and continues "field …". */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param message as in "must be a network" */
    public InvalidValue(String message) {
        super(message);
    }
}
