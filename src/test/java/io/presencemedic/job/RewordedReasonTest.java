package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.runbook.RunbookName;
import org.junit.jupiter.api.Test;

/** Whether a change was heard is told by the state that was found, not by how a version of the service words it. */
@BesideTheService
class RewordedReasonTest {
    @Test
    void aStartThatWasNeverSentIsSentByAVersionThatWordsItsReasonOtherwise() {
        try (ModelJobs jobs = new ModelJobs("service-not-running")) {
            MemoryJob job = jobs.job(
                    RunbookName.SERVICE_START.text(),
                    new JobTarget(null, "imp-pub"),
                    JsonNodeFactory.instance.objectNode().put("service", "Cisco OAM Agent"),
                    JobMode.EXECUTE);
            boolean[] died = {false};
            job.log.afterAppend = append -> {
                if (!died[0]
                        && job.log.history().lines().stream()
                                .anyMatch(line -> line.changes().intent())) {
                    died[0] = true;
                    job.log.rewrite(RewordedReasonTest::inOtherWords);
                    throw new MemoryJob.ProcessDied();
                }
            };

            JobHistory history = job.runToTheEnd();

            assertThat(died[0]).isTrue();
            assertThat(history.state()).as(ProcedureRunTest.whys(history)).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.changes()).containsExactly("imp-pub utils service start Cisco OAM Agent");
        }
    }

    private static JobEvent inOtherWords(JobEvent event) {
        return event instanceof JobEvent.Acting acting
                ? new JobEvent.Acting(
                        acting.line(),
                        acting.node(),
                        acting.command(),
                        "in other words: " + acting.why(),
                        acting.hold(),
                        acting.notes(),
                        acting.found())
                : event;
    }
}
