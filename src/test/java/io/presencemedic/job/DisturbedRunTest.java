package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.simulator.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every procedure where it remedies something: killed at each try of each line, and cancelled at each line. */
@BesideTheService
class DisturbedRunTest {
    private static final Duration LONG_AFTER = Duration.ofHours(1);
    /** How far apart the lines are that are cancelled at. */
    private static final int EVERY = Thorough.ALL ? 1 : 15;

    private static final String RESTART = "utils service restart ";

    static List<ProcedureCase> remedies() {
        return Thorough.sample(ProcedureCase.remedies(), 5);
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void aRunThatIsKilledAtEachTryOfEachLineEndsAsAnUndisturbedOne(ProcedureCase each) {
        Ran undisturbed = run(each, job -> {});
        for (Disturbances.Death death : Disturbances.Death.values()) {
            Ran disturbed = run(each, job -> Disturbances.dying(job, death));

            assertThat(disturbed.end()).as(death.name()).isEqualTo(undisturbed.end());
            assertThat(disturbed.heard().keySet())
                    .as(death.name())
                    .isEqualTo(undisturbed.heard().keySet());
            disturbed.heard().forEach((change, times) -> assertThat(times)
                    .as("%s: each try of \"%s\" is made once more at most", death, change)
                    .isLessThanOrEqualTo(2 * undisturbed.heard().get(change)));
            assertThat(disturbed.disruptions()).as(death.name()).isEqualTo(undisturbed.disruptions());
        }
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void aRunThatIsCancelledAtAnyLineSwitchesEverythingOnAgain(ProcedureCase each) {
        int lines = first(each);
        for (int line = lines; line <= lines; line += EVERY) {
            try (ModelJobs jobs = new ModelJobs(each.scenario())) {
                MemoryJob job = job(jobs, each);
                Disturbances.cancelledAt(job, line);
                JobHistory history = jobs.answered(job, true);
                lines = Math.max(lines, history.lines().size());

                assertThat(history.state())
                        .as("cancelled at line %d: %s", line, history.failure())
                        .isIn(JobState.CANCELLED, JobState.SUCCEEDED, JobState.NEEDS_ATTENTION);
                RecoverRules.assertNothingIsOffInSilence(jobs, history);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void aProcessThatDiesAtEveryChangeComesToAnEndThatSaysSo(ProcedureCase each) {
        try (ModelJobs jobs = new ModelJobs(each.scenario())) {
            MemoryJob job = job(jobs, each);
            Disturbances.dyingAtEveryChange(job);
            JobHistory history = jobs.answered(job, true);

            assertThat(history.isFinished()).isTrue();
            assertThat(jobs.changes()).allMatch(change -> change.contains("haEnabled") || change.contains("monitor"));
            RecoverRules.assertNothingIsOffInSilence(jobs, history);
            boolean hasBody = history.events().stream()
                    .anyMatch(recorded -> recorded.event() instanceof JobEvent.DidAct did && did.wasBrokenOff());
            if (hasBody) {
                assertThat(history.lines())
                        .extracting(LineHistory::why)
                        .anyMatch(why -> why.contains("the process of this service ended"));
            }
        }
    }

    /** Procedures differ in where they begin, so that all sorts of lines are met. */
    private static int first(ProcedureCase each) {
        return 1 + Math.floorMod((each.runbook() + each.scenario()).hashCode(), EVERY);
    }

    /**
     * What is left of a run.
     *
     * @param heard how often each change was heard
     * @param disruptions what disrupts anew each time it is heard
     * @param end the state of every service, and what is switched off
     */
    private record Ran(Map<String, Integer> heard, List<String> disruptions, Map<String, String> end) {}

    private Ran run(ProcedureCase each, Consumer<MemoryJob> disturbance) {
        try (ModelJobs jobs = new ModelJobs(each.scenario())) {
            List<String> disruptions = new ArrayList<>();
            jobs.link.beforeChanges(change -> {
                if (RecoverRules.isOnceOnly(change.text()) && !isOfWhatIsStopped(jobs, change)) {
                    disruptions.add(change.node() + " " + change.text());
                }
            });
            MemoryJob job = job(jobs, each);
            disturbance.accept(job);
            JobHistory history = jobs.answered(job, true);

            assertThat(history.state()).as(String.valueOf(history.failure())).isEqualTo(JobState.SUCCEEDED);
            assertThat(history.leftSwitchedOff()).isEmpty();
            Map<String, Integer> heard = new TreeMap<>();
            jobs.changes().forEach(change -> heard.merge(change, 1, Integer::sum));
            return new Ran(heard, disruptions, end(jobs));
        }
    }

    private static Map<String, String> end(ModelJobs jobs) {
        jobs.link.clock().leapTo(jobs.link.clock().instant().plus(LONG_AFTER));
        Map<String, String> end = new TreeMap<>();
        jobs.link.tell(world -> world.nodes().forEach(node -> node.services()
                .forEach(row -> end.put(
                        node.name() + " " + row.name(), node.toldState(row).name()))));
        RecoverRules.off(jobs).forEach(subject -> end.put(subject, "switched off"));
        return end;
    }

    /** Whether it restarts a service that does not run, which disrupts nothing. */
    private static boolean isOfWhatIsStopped(ModelJobs jobs, JournalEntry change) {
        return change.text().startsWith(RESTART)
                && !jobs.link.model().ask(world -> world.node(change.node())
                        .runs(change.text().substring(RESTART.length())));
    }

    private static MemoryJob job(ModelJobs jobs, ProcedureCase each) {
        return jobs.job(each.runbook(), each.target(), each.parameters(), JobMode.EXECUTE);
    }
}
