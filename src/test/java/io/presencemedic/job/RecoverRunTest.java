package io.presencemedic.job;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.runbook.RunbookCatalog;
import io.presencemedic.simulator.model.Scenarios;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(GoldenRunTest.OwnSimulator.class)
class RecoverRunTest {
    @Inject
    RunbookCatalog catalog;

    @Test
    void table() throws Exception {
        StringBuilder text = new StringBuilder();
        java.util.List<String> singles = java.util.List.of(
                "stuck-in-starting",
                "service-not-activated",
                "service-not-activated-starts-by-hand",
                "service-commanded-out",
                "service-fails-to-start",
                "network-services-down",
                "network-services-down-all-stopped",
                "database-down",
                "database-stopped",
                "database-down-on-publisher",
                "intercluster-sync-agent-blocked-by-ha",
                "presence-engine-prerequisites",
                "presence-engine-outside-group",
                "presence-engine-outside-group-variant",
                "presence-engine-down-on-both",
                "subcluster-mismatch",
                "subcluster-mismatch-starts-by-hand",
                "presence-engine-alone-down",
                "presence-engine-alone-down-starts-by-hand",
                "presence-engine-stuck-alone",
                "axl-service-down",
                "sync-agent-needs-restart");
        java.util.List<String> all = new java.util.ArrayList<>();
        for (int i = 0; i < singles.size(); i++)
            for (int j = i + 1; j < singles.size(); j++) all.add(singles.get(i) + "+" + singles.get(j));
        for (String scenario : System.getProperty("only") != null
                ? java.util.List.of(System.getProperty("only").split(","))
                : Boolean.getBoolean("pairs") ? all : Scenarios.names()) {
            long t = System.nanoTime();
            try (ModelJobs jobs = new ModelJobs(catalog, scenario)) {
                MemoryJob job = jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
                JobHistory history = job.runToTheEnd();
                while (history.state() == JobState.AWAITING_APPROVAL) {
                    int line = history.lines().stream()
                            .filter(l -> l.asked() != null && l.outcome() == null)
                            .findFirst()
                            .orElseThrow()
                            .number();
                    text.append("  ASKED ")
                            .append(history.line(line).asked().question())
                            .append("\n");
                    if (history.line(line).asked().question().contains("Restart both")) {
                        jobs.restart("cucm-pub");
                        jobs.restart("imp-pub");
                    }
                    job.log.write(new JobEvent.OperatorAnswered(line, true, "approver", null));
                    history = job.runToTheEnd();
                }
                text.append("== ")
                        .append(scenario)
                        .append(" ")
                        .append(history.state())
                        .append(" ")
                        .append((System.nanoTime() - t) / 1000000)
                        .append(" ms ")
                        .append(history.chapters().stream()
                                .map(c -> c.runbook() + "/" + c.cause())
                                .toList())
                        .append("\n");
                jobs.changes().forEach(c -> text.append("      > ").append(c).append("\n"));
                history.lines().stream()
                        .filter(l -> l.part() == 0 || l.failed())
                        .forEach(l -> text.append("    ")
                                .append(l.number())
                                .append(" ")
                                .append(l.step())
                                .append(" ")
                                .append(l.outcome())
                                .append(": ")
                                .append(l.why())
                                .append("\n"));
                text.append("    ")
                        .append(history.failure().map(JobFailure::code).orElse("-"))
                        .append(" left ")
                        .append(history.leftSwitchedOff())
                        .append("\n");
            } catch (Throwable e) {
                text.append("== ").append(scenario).append(" EXC ").append(e).append("\n");
            }
        }
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/recover.txt"), text);
    }
}
