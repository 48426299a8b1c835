package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.OwnSimulators;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.runbook.RunbookCatalog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Every procedure on the scenarios that are its own, on neighbours', and on a healthy cluster. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(OwnSimulators.class)
class ProcedureRunTest {
    @Inject
    ClusterLinks links;

    @Inject
    RunbookCatalog catalog;

    @ParameterizedTest(name = "{0} on {1}")
    @CsvFileSource(resources = "/runs/procedures.csv", delimiter = '|')
    void aRunIsAsRecorded(ArgumentsAccessor row) throws Exception {
        ProcedureCase each = ProcedureCase.of(catalog, row);
        try (ModelJobs jobs = new ModelJobs(catalog, each.scenario())) {
            MemoryJob job = jobs.job(each.runbook(), each.target(), each.parameters(), JobMode.EXECUTE);
            JobHistory history = each.isAnswered() ? jobs.answered(job, true) : job.runToTheEnd();

            GoldenRun run = GoldenRun.of(each.runbook(), each.scenario(), jobs.link.heard(), history);
            assertThat(history.state()).as(run.text() + whys(history)).isEqualTo(each.state());
            assertThat(run.text()).isEqualTo(run.recorded());
        }
    }

    /** Over SSH and TLS the same is heard and reported. */
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "network-services-down|network-services-down|SUCCEEDED",
                "database-down|database-down|SUCCEEDED",
                "presence-engine-outside-group|presence-engine-outside-group-variant|SUCCEEDED",
                "presence-engine-alone-down|presence-engine-alone-down-starts-by-hand|SUCCEEDED",
                "sync-agent-checklist|axl-service-down|SUCCEEDED",
                "service-activate|service-not-activated|SUCCEEDED|imp-sub|Cisco XCP Text Conference Manager"
            })
    void theWireMakesNoDifference(ArgumentsAccessor row) throws Exception {
        ProcedureCase each = ProcedureCase.of(catalog, row);
        try (SimulatedJobs jobs = new SimulatedJobs(links, each.scenario())) {
            MemoryJob job = jobs.job(
                    catalog.find(each.runbook()).orElseThrow(), each.target(), each.parameters(), JobMode.EXECUTE);
            JobHistory history = job.runToTheEnd();

            GoldenRun run = GoldenRun.of(each.runbook(), each.scenario(), jobs.simulator.heard(), history);
            assertThat(run.text()).as(whys(history)).isEqualTo(run.recorded());
        }
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
}
