package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.runbook.RunbookCatalog;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(GoldenRunTest.OwnSimulator.class)
class GoldenRunTest {
    @Inject
    ClusterLinks links;

    @Inject
    RunbookCatalog catalog;

    /** The tests start simulators and run jobs themselves. */
    public static final class OwnSimulator implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medic.job.workers", "0",
                    "medic.link.ssh.quiet", "PT0.02S",
                    "medic.link.http.requests-per-minute", "1000",
                    "medic.credentials.\"simulated-platform\".username", "administrator",
                    "medic.credentials.\"simulated-platform\".password", "simulator",
                    "medic.credentials.\"simulated-application\".username", "axl",
                    "medic.credentials.\"simulated-application\".password", "simulator");
        }
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                        "services-stuck-in-starting",
                        "high-availability-disable",
                        "high-availability-enable",
                        "replication-sync-monitor-disable",
                        "replication-sync-monitor-enable",
                        "service-start",
                        "service-restart")
                .flatMap(runbook -> Stream.concat(
                        Stream.of(Arguments.of(runbook, "healthy", Disturbance.UNDISTURBED)),
                        Stream.of(Disturbance.values())
                                .map(disturbance -> Arguments.of(runbook, "stuck-in-starting", disturbance))));
    }

    @ParameterizedTest(name = "{0} on {1}, {2}")
    @MethodSource("runs")
    void aRunIsAsRecorded(String runbook, String scenario, Disturbance disturbance) throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs(links, scenario)) {
            MemoryJob job = jobs.job(
                    catalog.find(runbook).orElseThrow(), target(runbook), parameters(runbook), JobMode.EXECUTE);
            disturbance.happen(jobs).accept(job);
            JobHistory history = job.runToTheEnd();

            GoldenRun run =
                    GoldenRun.of(runbook, scenario + "-" + disturbance.words(), jobs.simulator.heard(), history);
            assertThat(run.text()).isEqualTo(run.recorded());
        }
    }

    private static JobTarget target(String runbook) {
        return runbook.startsWith("service-") ? new JobTarget(null, "imp-sub") : JobTarget.NONE;
    }

    private static ObjectNode parameters(String runbook) {
        ObjectNode parameters = SimulatedJobs.noParameters();
        return runbook.startsWith("service-") ? parameters.put("service", "Cisco Presence Engine") : parameters;
    }

    /** What happens to the run. */
    enum Disturbance {
        UNDISTURBED,
        CANCELLED_AFTER_THE_FIRST_CHANGE,
        LINK_LOST_AT_THE_FIRST_CHANGE,
        KILLED_AT_THE_FIRST_CHANGE;

        String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        Consumer<MemoryJob> happen(SimulatedJobs jobs) {
            return switch (this) {
                case UNDISTURBED -> job -> {};
                case CANCELLED_AFTER_THE_FIRST_CHANGE -> Disturbance::cancelAfterTheFirstChange;
                case LINK_LOST_AT_THE_FIRST_CHANGE -> job -> loseTheLink(jobs);
                case KILLED_AT_THE_FIRST_CHANGE -> Disturbance::killAtTheFirstChange;
            };
        }

        private static void cancelAfterTheFirstChange(MemoryJob job) {
            job.log.afterAppend = n -> {
                boolean first = last(job) instanceof JobEvent.DidAct
                        && !job.log.history().isCancelRequested();
                if (first) {
                    job.log.write(new JobEvent.CancelRequested("operator", null));
                }
            };
        }

        private static void killAtTheFirstChange(MemoryJob job) {
            boolean[] died = {false};
            job.log.afterAppend = n -> {
                if (!died[0] && last(job) instanceof JobEvent.Acting) {
                    died[0] = true;
                    throw new MemoryJob.ProcessDied();
                }
            };
        }

        private static void loseTheLink(SimulatedJobs jobs) {
            for (String change : new String[] {
                "updatePresenceRedundancyGroup", "set replication", "utils service restart", "utils service start"
            }) {
                jobs.simulator.faults().add(Fault.of(FaultKind.DROP_AFTER).at(change));
            }
        }

        private static JobEvent last(MemoryJob job) {
            var events = job.log.history().events();
            return events.get(events.size() - 1).event();
        }
    }
}
