package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.view.JobTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What holds for every recovery, whatever was wrong. */
final class RecoverRules {
    /** D1.6 allows a start and one more try; these are commanded once only. */
    private static final List<String> ONCE = List.of("restart", "activate", "run sql update", "server2=");

    private static final int MOST_ROWS_WITHOUT_A_CHANGE = 40;
    private static final int LONGEST_DETAIL = 360;

    private RecoverRules() {}

    static void assertHeld(ModelJobs jobs, JobHistory history) {
        assertNoProcedureTwice(history);
        assertNoCommandTooOften(jobs, history);
        assertNothingIsOffInSilence(jobs, history);
        assertReadable(jobs, history);
    }

    /**
     * The table fits a screen, and a failure says in a sentence what happened and what is next; the rest are values.
     */
    static void assertReadable(ModelJobs jobs, JobHistory history) {
        List<String> rows = JobTable.of(
                        history, history.state(), jobs.link.clock().instant())
                .lines()
                .toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(JobTable.WIDTH));
        if (history.lines().stream().allMatch(line -> line.changes().count() == 0)) {
            assertThat(rows).hasSizeLessThanOrEqualTo(MOST_ROWS_WITHOUT_A_CHANGE);
        }
        history.failure().ifPresent(failure -> assertThat(failure.detail()).hasSizeLessThanOrEqualTo(LONGEST_DETAIL));
    }

    /** Whether the document has it done once. */
    static boolean isOnceOnly(String change) {
        return ONCE.stream().anyMatch(change::contains);
    }

    private static void assertNoProcedureTwice(JobHistory history) {
        List<String> acted = Chapters.past(history).stream()
                .filter(chapter -> chapter.acted())
                .map(chapter -> chapter.runbook() + " for " + chapter.cause())
                .toList();
        assertThat(acted).doesNotHaveDuplicates();
    }

    private static void assertNoCommandTooOften(ModelJobs jobs, JobHistory history) {
        Map<String, Long> heard =
                jobs.changes().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int chapters = Math.max(1, history.chapters().size());
        heard.forEach((command, times) -> {
            boolean once = isOnceOnly(command);
            boolean brackets = command.contains("haEnabled") || command.contains("replication-sync");
            long most = once ? 1 : brackets ? chapters : 2L * chapters;
            assertThat(times).as(command).isLessThanOrEqualTo(most);
        });
    }

    /** What the job has switched off is on again, or it says so and needs attention. */
    static void assertNothingIsOffInSilence(ModelJobs jobs, JobHistory history) {
        Set<String> said =
                history.leftSwitchedOff().stream().map(LeftSwitchedOff::subject).collect(Collectors.toSet());
        Set<String> off = off(jobs);
        assertThat(said).containsExactlyInAnyOrderElementsOf(off);
        if (!off.isEmpty()) {
            assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        }
    }

    /** What jobs have switched off and is off, by the cluster itself. */
    static Set<String> off(ModelJobs jobs) {
        return jobs.link.model().ask(world -> {
            Set<String> found = world.groups().stream()
                    .filter(group -> !group.configured() && wasSent(jobs, "haEnabled=false"))
                    .map(group -> group.name())
                    .collect(Collectors.toSet());
            world.nodes().stream()
                    .filter(node -> !node.monitorOn() && wasSent(jobs, node.name() + " set replication-sync"))
                    .forEach(node -> found.add(node.name()));
            return found;
        });
    }

    private static boolean wasSent(ModelJobs jobs, String part) {
        return jobs.changes().stream().anyMatch(change -> change.contains(part));
    }
}
