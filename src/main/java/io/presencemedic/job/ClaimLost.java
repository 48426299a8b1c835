package io.presencemedic.job;

/** This worker no longer has the job: it must stop, send nothing more and close what it has opened. */
final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost() {
        super("another worker has the job", null, false, false);
    }
}
