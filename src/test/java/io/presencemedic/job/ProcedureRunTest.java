package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every procedure on the scenarios that are its own, on neighbours', and on a healthy cluster. */
@BesideTheService
class ProcedureRunTest {
    static List<ProcedureCase> runs() {
        return Thorough.sample(ProcedureCase.recorded("procedures.csv"), 3);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunIsAsRecorded(ProcedureCase each) throws Exception {
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
