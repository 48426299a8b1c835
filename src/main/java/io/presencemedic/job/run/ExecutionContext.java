package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.TimeScale;
import java.util.List;

/** The cluster that a job works on, as the engine sees it. */
public interface ExecutionContext {
    /**
     * Finds the job's target on the cluster.
     *
     * @throws TargetRefused where the cluster has no such target
     */
    JobEvent.Planned resolve(JobHistory history) throws LinkException, TargetRefused;

    /** Which lines of the new plan need not be worked on, because the job goes on where a failed one ended. */
    default List<JobEvent> doneBefore(JobHistory history, JobEvent.Planned planned) {
        return List.of();
    }

    /** The plan that the resolved target and the chapters give; the same for every process. */
    Plan plan(JobHistory history);

    /**
     * Finds the target of a chapter that a line asks for.
     *
     * @throws TargetRefused where the cluster has no such target
     */
    JobEvent.ChapterPlanned resolve(JobHistory history, LineHistory asking, Chapter chapter)
            throws LinkException, TargetRefused;

    /** Reads for the line that is worked on. */
    ClusterReader look();

    /** The exact text that is sent for a change. */
    default String wording(Change change) {
        return change.text();
    }

    /** Makes a change. */
    ChangeReply perform(Change change) throws LinkException;

    /** The texts that were sent since the last call. */
    List<String> sent();

    /** How fast time passes on the cluster. */
    TimeScale pace();
}
