package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import java.time.Instant;

/**
 * The approval of a whole plan: a job that was submitted to await it works on no line, and looks at nothing for one,
 * before somebody else has said yes. It is the first thing that such a job ever asks, so the first yes is the plan's.
 */
final class PlanApproval {
    private PlanApproval() {}

    /** Whether the job has to ask before it works on its next line. */
    static boolean isMissing(JobHistory history) {
        return history.submitted().awaitsApproval()
                && history.lines().stream().noneMatch(line -> line.asked() != null || line.agreed());
    }

    /** Whether the plan was approved and nothing was done yet: then the cluster has to be as it was, once more. */
    static boolean isFresh(JobHistory history) {
        return history.submitted().awaitsApproval()
                && history.lines().stream().anyMatch(line -> line.agreed())
                && history.lines().stream()
                        .allMatch(
                                line -> line.outcome() == null && line.changes().count() == 0);
    }

    /** The question, asked by the line that is next. */
    static JobEvent.OperatorAsked question(JobHistory history, int line, Instant expiry) {
        JobEvent.Submitted submitted = history.submitted();
        return new JobEvent.OperatorAsked(
                line,
                "Run " + submitted.runbook() + " on " + submitted.cluster() + " by the plan " + submitted.planHash()
                        + ", as " + submitted.requestedBy() + " asks? Nothing was done yet.",
                null,
                expiry);
    }
}
