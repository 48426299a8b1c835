package io.presencemedic.job;

/** Says which ended jobs a room above the engine still needs: they are kept however old they are. */
public interface NeededJobs {
    /** Constant SQL: a condition on the row {@code j} of {@code job}, never null. */
    String condition();
}
