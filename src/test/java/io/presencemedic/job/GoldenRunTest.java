package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.simulator.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@BesideTheService
class GoldenRunTest {
    static final List<String> RUNBOOKS = List.of(
            "services-stuck-in-starting",
            "high-availability-disable",
            "high-availability-enable",
            "replication-sync-monitor-disable",
            "replication-sync-monitor-enable",
            "service-start",
            "service-restart");

    static List<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (String runbook : RUNBOOKS) {
            runs.add(Arguments.of(runbook, "healthy", Disturbance.UNDISTURBED));
            for (Disturbance disturbance : Disturbance.values()) {
                if (disturbance != Disturbance.LINK_LOST_AT_THE_FIRST_CHANGE) {
                    runs.add(Arguments.of(runbook, "stuck-in-starting", disturbance));
                }
            }
        }
        return runs;
    }

    @ParameterizedTest(name = "{0} on {1}, {2}")
    @MethodSource("runs")
    void aRunIsAsRecorded(String runbook, String scenario, Disturbance disturbance) throws Exception {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            MemoryJob job = jobs.job(runbook, target(runbook), parameters(runbook), JobMode.EXECUTE);
            disturbance.happen(job);
            JobHistory history = job.runToTheEnd();

            assertRecorded(runbook, scenario, disturbance, jobs.link.heard(), history);
        }
    }

    static void assertRecorded(
            String runbook, String scenario, Disturbance disturbance, List<JournalEntry> heard, JobHistory history)
            throws Exception {
        GoldenRun run = GoldenRun.of(runbook, scenario + "-" + disturbance.words(), heard, history);
        assertThat(run.text()).isEqualTo(run.recorded());
    }

    static JobTarget target(String runbook) {
        return runbook.startsWith("service-") ? new JobTarget(null, "imp-sub") : JobTarget.NONE;
    }

    static ObjectNode parameters(String runbook) {
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
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What befalls the job itself; a link is lost on the other side. */
        void happen(MemoryJob job) {
            switch (this) {
                case UNDISTURBED, LINK_LOST_AT_THE_FIRST_CHANGE -> {}
                case CANCELLED_AFTER_THE_FIRST_CHANGE -> cancelAfterTheFirstChange(job);
                case KILLED_AT_THE_FIRST_CHANGE -> killAtTheFirstChange(job);
            }
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

        private static JobEvent last(MemoryJob job) {
            var events = job.log.history().events();
            return events.get(events.size() - 1).event();
        }
    }
}
