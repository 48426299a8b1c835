package io.presencemedic.database;

/** Why the service cannot start, as one line that also says what to do. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line what happened and what to do, without line breaks */
    public StartFailure(String line) {
        super(line);
    }

    /**
     * @param line what happened and what to do, without line breaks
     * @param cause what was caught
     */
    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
