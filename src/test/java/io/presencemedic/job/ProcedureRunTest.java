package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCatalog;
import io.presencemedic.runbook.TargetKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every procedure on the scenarios that are its own, on neighbours', and on a healthy cluster. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(GoldenRunTest.OwnSimulator.class)
class ProcedureRunTest {
    /** Long enough for a simulated node to boot, on a clock that runs fast. */
    private static final Duration BOOT = Duration.ofMinutes(1);

    @Inject
    ClusterLinks links;

    @Inject
    RunbookCatalog catalog;

    @ParameterizedTest(name = "{0} on {1}")
    @CsvFileSource(resources = "/runs/procedures.csv", delimiter = '|')
    void aRunIsAsRecorded(ArgumentsAccessor row) throws Exception {
        String runbook = row.getString(0);
        String scenario = row.getString(1);
        try (SimulatedJobs jobs = new SimulatedJobs(links, scenario)) {
            Runbook book = catalog.find(runbook).orElseThrow();
            MemoryJob job = jobs.job(book, target(book, cell(row, 3)), parameters(cell(row, 4)), JobMode.EXECUTE);
            JobHistory history = answered(jobs, job, cell(row, 5));

            GoldenRun run = GoldenRun.of(runbook, scenario, jobs.simulator, history);
            assertThat(history.state()).as(run.text() + whys(history)).hasToString(row.getString(2));
            assertThat(run.text()).isEqualTo(run.recorded());
        }
    }

    private static @Nullable String cell(ArgumentsAccessor row, int index) {
        return index < row.size() ? row.getString(index) : null;
    }

    private static JobHistory answered(SimulatedJobs jobs, MemoryJob job, @Nullable String answer) {
        JobHistory history = job.runToTheEnd();
        while (answer != null && history.state() == JobState.AWAITING_APPROVAL) {
            if (answer.equals("RESTART_AND_APPROVE")) {
                restart(jobs, "cucm-pub");
                restart(jobs, "imp-pub");
            }
            job.log.write(new JobEvent.OperatorAnswered(asked(history), !answer.equals("DECLINE"), "approver", null));
            history = job.runToTheEnd();
        }
        return history;
    }

    private static void restart(SimulatedJobs jobs, String node) {
        jobs.simulator.restartNode(node);
        jobs.clock.leapTo(jobs.clock.instant().plus(BOOT));
    }

    private static int asked(JobHistory history) {
        return history.lines().stream()
                .filter(line -> line.asked() != null && line.outcome() == null)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static String whys(JobHistory history) {
        StringBuilder text = new StringBuilder();
        history.lines().forEach(line -> text.append(line.number())
                .append(' ')
                .append(line.step())
                .append(": ")
                .append(line.why())
                .append('\n'));
        return text.toString();
    }

    private static JobTarget target(Runbook book, @Nullable String node) {
        return book.card().target() == TargetKind.NODE
                ? new JobTarget(null, node == null ? "imp-pub" : node)
                : JobTarget.NONE;
    }

    private static ObjectNode parameters(@Nullable String service) {
        ObjectNode parameters = SimulatedJobs.noParameters();
        return service == null ? parameters : parameters.put("service", service);
    }
}
