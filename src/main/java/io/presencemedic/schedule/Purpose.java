package io.presencemedic.schedule;

import io.presencemedic.access.grant.Verb;
import io.presencemedic.job.log.JobMode;

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

    /** What who has it run must be allowed to do. */
    static Verb verb(String runbook, JobMode mode) {
        if (runbook.equals(DIAGNOSIS)) {
            return Verb.DIAGNOSE;
        }
        return mode == JobMode.EXECUTE ? Verb.EXECUTE : Verb.PLAN;
    }
}
