package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.simulator.model.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each procedure makes of its own fault in each state of high availability in which it is met, as a table: twenty
 * minutes after the fault, right at its beginning, and with high availability off.
 */
@BesideTheService
class ProcedureTableTest {
    private static final Path RECORDED = Path.of("src/test/resources/runs/procedures-from-any-state.txt");
    private static final Path PRINTED = Path.of("target/procedures-from-any-state.txt");

    @Test
    void everyProcedureEndsAsRecordedFromEveryState() throws IOException {
        List<ProcedureCase> all = ProcedureCase.remedies().stream()
                .flatMap(ProcedureTableTest::inEveryState)
                .toList();
        List<String> rows = new ArrayList<>();
        for (ProcedureCase each : Thorough.sample(all, 6)) {
            rows.add(row(each));
            Files.writeString(PRINTED, String.join("\n", rows) + "\n");
        }
        if (Thorough.RECORDS) {
            Files.copy(PRINTED, RECORDED, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> recorded = Files.readAllLines(RECORDED);
        assertThat(recorded).containsSubsequence(rows);
        assertThat(recorded).hasSameSizeAs(all);
    }

    private static Stream<ProcedureCase> inEveryState(ProcedureCase met) {
        return Stream.concat(
                        Stream.of(met.scenario()), Scenarios.variants().stream().filter(name -> List.of(
                                        met.scenario() + "-at-once", met.scenario() + "-ha-off")
                                .contains(name)))
                .map(scenario -> new ProcedureCase(
                        met.runbook(), scenario, met.state(), met.target(), met.parameters(), met.answer()));
    }

    private static String row(ProcedureCase met) {
        try (ModelJobs jobs = new ModelJobs(met.scenario())) {
            String found = HighAvailabilityTableTest.state(jobs);
            MemoryJob job = jobs.job(met.runbook(), met.target(), met.parameters(), JobMode.EXECUTE);
            JobHistory history = jobs.answered(job, true);
            RecoverRules.assertHeld(jobs, history);
            return "%-36s | %-48s | %-70s | %-15s | %-70s | %s"
                    .formatted(
                            met.runbook(),
                            met.scenario(),
                            found,
                            history.state(),
                            HighAvailabilityTableTest.state(jobs),
                            history.failure().map(JobFailure::code).orElse(""))
                    .stripTrailing();
        }
    }
}
