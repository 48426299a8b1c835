package io.presencemedic.job;

import io.presencemedic.job.log.JobState;
import java.util.UUID;

/**
 * Is told of jobs that have ended, on a worker's thread; beans of this type are found by themselves. A process that
 * dies in between tells nobody: who must not miss an end looks for it himself, too.
 */
public interface JobEnding {
    /**
     * The job is final. What is thrown is logged and does the job no harm.
     *
     * @param state how it ended
     */
    void ended(UUID job, JobState state);
}
