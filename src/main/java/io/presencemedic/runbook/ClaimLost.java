package io.presencemedic.runbook;

/**
 * The worker no longer has the job for which it looks or acts: it must stop, send nothing more and write down nothing.
 * Whoever looks for a job lets it pass.
 */
public final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A claim that another worker has, or may have, by now. */
    public ClaimLost() {
        super("another worker has the job", null, false, false);
    }
}
