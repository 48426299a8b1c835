package io.presencemedic.job.log;

/** Whether a job may change the cluster. */
public enum JobMode {
    /** Does what the runbook says. */
    EXECUTE,
    /** Reads the live cluster and says line by line what would be done. */
    PLAN
}
