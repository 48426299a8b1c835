package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.OwnSimulators;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.runbook.RunbookCatalog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every procedure where it remedies something: killed at each line, and cancelled at each line. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(OwnSimulators.class)
class DisturbedRunTest {
    @Inject
    RunbookCatalog catalog;

    @ParameterizedTest(name = "{0} on {1}")
    @CsvFileSource(resources = "/runs/remedies.csv", delimiter = '|')
    void aRunThatIsKilledAtEachLineEndsAsAnUndisturbedOne(ArgumentsAccessor row) {
        ProcedureCase each = ProcedureCase.of(catalog, row);
        List<String> undisturbed;
        try (ModelJobs jobs = new ModelJobs(catalog, each.scenario())) {
            assertThat(jobs.answered(job(jobs, each), true).state()).isEqualTo(JobState.SUCCEEDED);
            undisturbed = jobs.changes();
        }
        for (Disturbances.Death death : Disturbances.Death.values()) {
            try (ModelJobs jobs = new ModelJobs(catalog, each.scenario())) {
                MemoryJob job = job(jobs, each);
                Disturbances.dying(job, death);
                JobHistory history = jobs.answered(job, true);

                assertThat(history.state()).as(death + ": " + history.failure()).isEqualTo(JobState.SUCCEEDED);
                assertThat(history.leftSwitchedOff()).isEmpty();
                assertThat(jobs.changes()).as(death.name()).containsAll(distinct(undisturbed));
                assertThat(distinct(jobs.changes())).as(death.name()).hasSameSizeAs(distinct(undisturbed));
            }
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvFileSource(resources = "/runs/remedies.csv", delimiter = '|')
    void aRunThatIsCancelledAtAnyLineSwitchesEverythingOnAgain(ArgumentsAccessor row) {
        ProcedureCase each = ProcedureCase.of(catalog, row);
        int lines = 1;
        for (int line = 1; line <= lines; line++) {
            try (ModelJobs jobs = new ModelJobs(catalog, each.scenario())) {
                MemoryJob job = job(jobs, each);
                Disturbances.cancelledAt(job, line);
                JobHistory history = jobs.answered(job, true);
                lines = history.lines().size();

                assertThat(history.state())
                        .as("cancelled at line %d: %s", line, history.failure())
                        .isIn(JobState.CANCELLED, JobState.SUCCEEDED, JobState.NEEDS_ATTENTION);
                RecoverRules.assertNothingIsOffInSilence(jobs, history);
            }
        }
    }

    private static MemoryJob job(ModelJobs jobs, ProcedureCase each) {
        return jobs.job(each.runbook(), each.target(), each.parameters(), JobMode.EXECUTE);
    }

    private static List<String> distinct(List<String> changes) {
        return changes.stream().distinct().toList();
    }
}
