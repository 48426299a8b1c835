package io.presencemedic.runbook;

/**
 * A documented procedure, or one of the primitives that procedures are made of. Beans of this type form the catalogue.
 */
public interface Runbook {
    /** What the catalogue says about it. */
    RunbookCard card();

    /**
     * Whether a plan for a node also wants the redundancy group of the IM and Presence publisher. It gets none where
     * CUCM cannot be asked for it.
     */
    default boolean wantsGroupOfPublisher() {
        return false;
    }

    /**
     * The plan for a target. Pure: the same scope always gives the same plan, so that a job can be continued by another
     * process.
     */
    Plan plan(Scope scope);
}
