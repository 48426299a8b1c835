package io.presencemedic.simulator.sql;

/** A statement that the database does not carry out; the message is what it says about it. */
public final class SqlException extends Exception {
    private static final long serialVersionUID = 1L;

    SqlException(String message) {
        super(message);
    }

    /** What the database says. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
