package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.simulator.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of starts by what the nodes heard, and each STARTED before the next. */
@BesideTheService
class OrderOfStartsTest {
    private final List<String> heard = new ArrayList<>();
    private final List<String> early = new ArrayList<>();

    @Test
    void networkServicesStartInTheDocumentsOrderTomcatFirst() {
        play("network-services-down", "network-services-down");

        assertThat(heard)
                .containsExactly(
                        "imp-pub start Cisco Tomcat",
                        "imp-pub start Cisco Client Profile Agent",
                        "imp-pub start Cisco Route Datastore",
                        "imp-pub start Cisco Presence Datastore",
                        "imp-pub start Cisco XCP Config Manager",
                        "imp-pub start Cisco XCP Router");
        assertThat(early).isEmpty();
    }

    @Test
    void proxiesAndEnginesRestartOnThePublisherFirst() {
        play("presence-engine-outside-group", "presence-engine-outside-group-variant");

        assertThat(heard)
                .containsExactly(
                        "imp-pub restart Cisco SIP Proxy",
                        "imp-pub restart Cisco Presence Engine",
                        "imp-sub restart Cisco SIP Proxy",
                        "imp-sub restart Cisco Presence Engine");
        assertThat(early).isEmpty();
    }

    @Test
    void stoppedServicesStartInTheStandardOrderAndTheFiveOfD3InTheirs() {
        play(
                "stopped-services-start",
                "service-commanded-out",
                SimulatedJobs.noParameters().put("ownSections", "START"));

        assertThat(heard)
                .containsSubsequence(
                        "imp-sub start Cisco Presence Datastore",
                        "imp-sub start Cisco XCP Config Manager",
                        "imp-sub start Cisco XCP Router",
                        "imp-sub start Cisco Intercluster Sync Agent")
                .doesNotHaveDuplicates()
                .allMatch(text -> text.startsWith("imp-sub start "));
        assertThat(early).isEmpty();
    }

    private void play(String runbook, String scenario) {
        play(runbook, scenario, SimulatedJobs.noParameters());
    }

    private void play(String runbook, String scenario, ObjectNode parameters) {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            jobs.link.beforeChanges(change -> note(jobs, change));
            JobHistory history = jobs.job(runbook, JobTarget.NONE, parameters, JobMode.EXECUTE)
                    .runToTheEnd();
            assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        }
    }

    private void note(ModelJobs jobs, JournalEntry change) {
        if (!change.text().startsWith("utils service ")) {
            return;
        }
        jobs.link.tell(world -> heard.stream()
                .filter(before -> !world.node(before.split(" ")[0]).runs(before.split(" ", 3)[2]))
                .forEach(before -> early.add(change.text() + " before STARTED: " + before)));
        heard.add(change.node() + " " + change.text().substring("utils service ".length()));
    }
}
