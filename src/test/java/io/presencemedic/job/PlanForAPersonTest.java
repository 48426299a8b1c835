package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.view.JobView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees of a job: what is looked at or done, and nothing else. */
@BesideTheService
class PlanForAPersonTest {
    @Test
    void aPlanNamesEveryStartOfALineInOrderAndNoneTwice() {
        try (ModelJobs jobs = new ModelJobs("network-services-down-all-stopped")) {
            JobView plan = run(jobs, "network-services-down", JobMode.PLAN);

            List<String> starts = plan.plan().stream()
                    .filter(line -> line.target().startsWith("imp-pub"))
                    .flatMap(line -> line.commands().stream())
                    .filter(command -> command.startsWith("utils service start"))
                    .toList();
            assertThat(starts)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(5)
                    .startsWith(
                            "utils service start Cisco Client Profile Agent",
                            "utils service start Cisco Route Datastore",
                            "utils service start Cisco Presence Datastore",
                            "utils service start Cisco XCP Config Manager",
                            "utils service start Cisco XCP Router");
            assertThat(jobs.changes()).isEmpty();
        }
    }

    @Test
    void aLineThatStartsSeveralServicesHasAnEntryForEach() {
        try (ModelJobs jobs = new ModelJobs("network-services-down")) {
            JobView done = run(jobs, "network-services-down", JobMode.EXECUTE);

            assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(done.plan()).anySatisfy(line -> {
                assertThat(line.changes()).hasSizeGreaterThan(1);
                assertThat(line.changes()).allSatisfy(change -> {
                    assertThat(change.node()).isEqualTo("imp-pub");
                    assertThat(change.command()).startsWith("utils service start ");
                    assertThat(change.answeredAt()).isNotNull();
                });
            });
        }
    }

    @Test
    void whatWasNotNeededIsNoLine() {
        try (ModelJobs jobs = new ModelJobs("healthy")) {
            JobView view = run(jobs, "services-stuck-in-starting", JobMode.EXECUTE);

            assertThat(view.outcome()).isEqualTo(LineOutcome.ALREADY_SO);
            assertThat(view.plan()).hasSize(1);
            assertThat(view.linesLeftOut()).isEqualTo(10);
        }
    }

    @Test
    void whatWasOffBeforeAndStaysOffIsALine() {
        try (ModelJobs jobs = new ModelJobs("stuck-in-starting-ha-off")) {
            JobView view = run(jobs, "services-stuck-in-starting", JobMode.EXECUTE);

            assertThat(view.plan())
                    .filteredOn(line -> line.step().equals("high-availability-enable"))
                    .extracting(JobView.LineView::outcome)
                    .containsExactly(LineOutcome.SKIPPED);
        }
    }

    private static JobView run(ModelJobs jobs, String runbook, JobMode mode) {
        JobHistory history = jobs.job(runbook, JobTarget.NONE, SimulatedJobs.noParameters(), mode)
                .runToTheEnd();
        RecoverRules.assertReadable(jobs, history);
        return JobView.of(new java.util.UUID(0, 1), history);
    }
}
