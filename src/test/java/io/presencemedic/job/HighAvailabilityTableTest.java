package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.simulator.model.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What recover makes of every scenario in each state of high availability in which it is met, as a table. */
@BesideTheService
class HighAvailabilityTableTest {
    private static final Path RECORDED = Path.of("src/test/resources/runs/recover-from-any-state.txt");
    private static final List<String> ALL = Stream.concat(Scenarios.names().stream(), Scenarios.variants().stream())
            .toList();
    private static final Path PRINTED = Path.of("target/recover-from-any-state.txt");

    @Test
    void everyFaultEndsAsRecordedFromEveryState() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String scenario : scenarios()) {
            rows.add(row(scenario));
            Files.writeString(PRINTED, String.join("\n", rows) + "\n");
        }
        if (Thorough.RECORDS) {
            Files.copy(PRINTED, RECORDED, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> recorded = Files.readAllLines(RECORDED);
        assertThat(recorded).containsSubsequence(rows);
        assertThat(recorded).hasSameSizeAs(ALL);
    }

    private static List<String> scenarios() {
        return Thorough.sample(ALL, 20);
    }

    private static String row(String scenario) {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            String found = state(jobs);
            MemoryJob job =
                    jobs.job(RunbookName.RECOVER.text(), JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
            JobHistory history = jobs.answered(job, true);
            RecoverRules.assertHeld(jobs, history);
            return "%-52s | %-62s | %-15s | %-62s | %-34s | %s"
                    .formatted(
                            scenario,
                            found,
                            history.state(),
                            state(jobs),
                            history.failure().map(JobFailure::code).orElse(""),
                            Chapters.past(history).stream()
                                    .map(chapter -> chapter.runbook()
                                            + (chapter.failure() == null
                                                    ? ""
                                                    : " (" + chapter.failure().code() + ")"))
                                    .collect(Collectors.joining(", ")))
                    .stripTrailing();
        } catch (RuntimeException | AssertionError e) {
            return scenario + " | broke: "
                    + String.valueOf(e.getMessage()).lines().limit(3).collect(Collectors.joining(" "));
        }
    }

    /** What the nodes say of high availability, or why they do not. */
    static String state(ModelJobs jobs) {
        try {
            HighAvailability status =
                    jobs.link.run(jobs.link.cluster().node("imp-pub").orElseThrow(), new UtilsHaStatus());
            return status.groups().stream()
                    .flatMap(group -> group.nodes().stream())
                    .map(node -> node.saysNotEnabled() ? "off" : node.stateText())
                    .collect(Collectors.joining(", "));
        } catch (LinkException e) {
            return e.failure().code();
        }
    }
}
