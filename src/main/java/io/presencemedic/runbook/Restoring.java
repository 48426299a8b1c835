package io.presencemedic.runbook;

/**
 * That a line switches on again what another switched off.
 *
 * @param line the number of the line that switches off
 * @param when under which condition
 */
public record Restoring(int line, When when) {
    /** The same in a plan whose lines stand so many places further down. */
    public Restoring shifted(int places) {
        return new Restoring(line + places, when);
    }

    /** When a restoring line runs. */
    public enum When {
        /** Whenever the hold was taken, after success, failure and cancellation alike. */
        OWED,
        /** As {@link #OWED}, and after success also where it was found switched off. */
        OWED_OR_FOUND_OFF,
        /** Only after failure or cancellation, or when an operator asks: switching off is the runbook's purpose. */
        KEPT
    }
}
