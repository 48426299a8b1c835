package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every procedure on the scenarios that are its own, on neighbours', and on a healthy cluster. */
@BesideTheService
class ProcedureRunTest {
    @ParameterizedTest(name = "{0} on {1}")
    @CsvFileSource(resources = "/runs/procedures.csv", delimiter = '|')
    void aRunIsAsRecorded(ArgumentsAccessor row) throws Exception {
        ProcedureCase each = ProcedureCase.of(row);
        try (ModelJobs jobs = new ModelJobs(each.scenario())) {
            MemoryJob job = jobs.job(each.runbook(), each.target(), each.parameters(), JobMode.EXECUTE);
            JobHistory history = each.isAnswered() ? jobs.answered(job, true) : job.runToTheEnd();

            GoldenRun run = GoldenRun.of(each.runbook(), each.scenario(), jobs.link.heard(), history);
            assertThat(history.state()).as(run.text() + whys(history)).isEqualTo(each.state());
            assertThat(run.text()).isEqualTo(run.recorded());
        }
    }

    static String whys(JobHistory history) {
        StringBuilder text = new StringBuilder();
        history.lines().forEach(line -> text.append(line.number())
                .append(' ')
                .append(line.step())
                .append(": ")
                .append(line.why())
                .append('\n'));
        return text.toString();
    }
}
