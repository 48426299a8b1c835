package io.presencemedic.schedule;

import io.presencemedic.job.JobMode;

/** What may run by itself. */
final class Purpose {
    /** The runbook that only reads. */
    static final String DIAGNOSIS = "diagnosis";
    /** The runbook that diagnoses and remedies. */
    static final String RECOVER = "recover";

    private Purpose() {}

    static boolean isOne(String runbook) {
        return runbook.equals(DIAGNOSIS) || runbook.equals(RECOVER);
    }

    /** Whether the run may change the cluster. */
    static boolean changes(String runbook, JobMode mode) {
        return runbook.equals(RECOVER) && mode == JobMode.EXECUTE;
    }
}
