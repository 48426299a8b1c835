package io.presencemedic.schedule;

import io.presencemedic.access.grant.Verb;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.runbook.RunbookName;
import java.util.List;

/** What may run by itself. */
public final class Purpose {
    /** The runbook that only reads, and the one that diagnoses and remedies. */
    public static final List<RunbookName> RUNBOOKS = List.of(RunbookName.DIAGNOSIS, RunbookName.RECOVER);

    private Purpose() {}

    static boolean isOne(String runbook) {
        return RUNBOOKS.stream().anyMatch(each -> each.is(runbook));
    }

    /** Whether the run may change the cluster. */
    static boolean changes(String runbook, JobMode mode) {
        return RunbookName.RECOVER.is(runbook) && mode == JobMode.EXECUTE;
    }

    /** What who has it run must be allowed to do. */
    public static Verb verb(String runbook, JobMode mode) {
        if (RunbookName.DIAGNOSIS.is(runbook)) {
            return Verb.DIAGNOSE;
        }
        return mode == JobMode.EXECUTE ? Verb.EXECUTE : Verb.PLAN;
    }
}
