package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.job.GoldenRunTest.Disturbance;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The service's own runbooks over SSH and TLS: the same is heard and reported as without a wire. */
@BesideTheService
class WiredRunTest {
    static List<ProcedureCase> procedures() {
        return Thorough.sample(
                Stream.of(
                                "network-services-down|network-services-down|SUCCEEDED",
                                "database-down|database-down|SUCCEEDED",
                                "presence-engine-outside-group|presence-engine-outside-group-variant|SUCCEEDED",
                                "presence-engine-alone-down|presence-engine-alone-down-starts-by-hand|SUCCEEDED",
                                "sync-agent-checklist|axl-service-down|SUCCEEDED",
                                "service-activate|service-not-activated|SUCCEEDED|imp-sub|Cisco XCP Text Conference Manager")
                        .map(ProcedureCase::of)
                        .toList(),
                6);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void theWireMakesNoDifference(ProcedureCase each) throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs(each.scenario())) {
            MemoryJob job = jobs.job(each.runbook(), each.target(), each.parameters(), JobMode.EXECUTE);
            JobHistory history = job.runToTheEnd();

            GoldenRun run = GoldenRun.of(each.runbook(), each.scenario(), jobs.simulator.heard(), history);
            assertThat(run.text()).as(ProcedureRunTest.whys(history)).isEqualTo(run.recorded());
        }
    }

    /** A link that is lost needs a wire; one procedure meets all that can happen to it. */
    static List<Arguments> wiredRuns() {
        List<Arguments> runs = new ArrayList<>();
        for (Disturbance disturbance : Disturbance.values()) {
            runs.add(Arguments.of(GoldenRunTest.RUNBOOKS.get(0), disturbance));
        }
        for (String runbook : Thorough.sample(GoldenRunTest.RUNBOOKS.subList(1, GoldenRunTest.RUNBOOKS.size()), 25)) {
            runs.add(Arguments.of(runbook, Disturbance.LINK_LOST_AT_THE_FIRST_CHANGE));
        }
        return runs;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("wiredRuns")
    void overTheWireItIsAsRecordedToo(String runbook, Disturbance disturbance) throws Exception {
        String scenario = "stuck-in-starting";
        try (SimulatedJobs jobs = new SimulatedJobs(scenario)) {
            MemoryJob job = jobs.job(
                    runbook, GoldenRunTest.target(runbook), GoldenRunTest.parameters(runbook), JobMode.EXECUTE);
            disturbance.happen(job);
            if (disturbance == Disturbance.LINK_LOST_AT_THE_FIRST_CHANGE) {
                loseTheLink(jobs);
            }
            JobHistory history = job.runToTheEnd();

            GoldenRunTest.assertRecorded(runbook, scenario, disturbance, jobs.simulator.heard(), history);
        }
    }

    private static void loseTheLink(SimulatedJobs jobs) {
        for (String change : new String[] {
            "updatePresenceRedundancyGroup", "set replication", "utils service restart", "utils service start"
        }) {
            jobs.simulator.faults().add(Fault.of(FaultKind.DROP_AFTER).at(change));
        }
    }
}
