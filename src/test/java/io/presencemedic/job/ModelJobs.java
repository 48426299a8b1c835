package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.run.ClusterExecution;
import io.presencemedic.job.run.ExecutionContext;
import io.presencemedic.job.run.JobTiming;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.recovery.PlainRecover;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.TimeScale;
import io.presencemedic.runbook.catalog.PlainCatalog;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import io.presencemedic.simulator.InProcessLink;
import io.presencemedic.simulator.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A modelled cluster of a test's own, and jobs that run on it without a wire, with their log in memory. */
final class ModelJobs implements AutoCloseable {
    private static final JobTiming TIMING =
            new JobTiming(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));
    /** Long enough for a node to boot. */
    private static final Duration BOOT = Duration.ofHours(1);

    /** The runbooks of the service that change something. */
    static final RunbookCatalog CATALOG = catalog();

    final InProcessLink link;
    private final ClusterLink wire;

    ModelJobs(String scenario) {
        this(scenario, link -> link);
    }

    /** @param wire what stands between the jobs and the cluster */
    ModelJobs(String scenario, Function<InProcessLink, ClusterLink> wire) {
        this(InProcessLink.to(scenario), wire);
    }

    private ModelJobs(InProcessLink link, Function<InProcessLink, ClusterLink> wire) {
        this.link = link;
        this.wire = wire.apply(link);
    }

    /** On a healthy cluster with two redundancy groups. */
    static ModelJobs onTwoGroups() {
        return new ModelJobs(InProcessLink.toTwoGroups(), link -> link);
    }

    private static RunbookCatalog catalog() {
        List<Runbook> all = new ArrayList<>(PlainCatalog.runbooks());
        all.add(PlainRecover.with(new RunbookCatalog(all)));
        return new RunbookCatalog(all);
    }

    MemoryJob job(String runbook, JobTarget target, ObjectNode parameters, JobMode mode) {
        Runbook book = CATALOG.find(runbook).orElseThrow();
        JobEvent.Submitted submitted = new SubmittedBuilder()
                .cluster("simulated")
                .runbook(runbook)
                .mode(mode)
                .target(target)
                .parameters(parameters)
                .requestedBy("test")
                .build();
        MemoryJob[] job = new MemoryJob[1];
        ExecutionContext world = new ClusterExecution(
                link.cluster(),
                book,
                CATALOG::find,
                wire,
                TimeScale.REAL,
                hold -> heldOff(job[0], hold),
                id -> Optional.empty(),
                null);
        job[0] = new MemoryJob(submitted, world, TIMING, link.clock());
        return job[0];
    }

    private static Optional<String> heldOff(MemoryJob job, Hold hold) {
        return job.log.history().leftSwitchedOff().stream()
                .filter(left -> left.kind() == hold.kind() && left.subject().equals(hold.subject()))
                .map(left -> "this job")
                .findFirst();
    }

    /** An administrator restarts the node. */
    void restart(String node) {
        link.tell(world -> world.restartNode(node));
        link.clock().leap(BOOT);
    }

    /** Runs to the end; every question is answered so, after the nodes were restarted where that is asked for. */
    JobHistory answered(MemoryJob job, boolean approved) {
        JobHistory history = job.runToTheEnd();
        while (history.state() == JobState.AWAITING_APPROVAL) {
            LineHistory asking = asking(history);
            if (Objects.requireNonNull(asking.asked()).question().contains("Restart both")) {
                restart("cucm-pub");
                restart("imp-pub");
            }
            job.log.write(new JobEvent.OperatorAnswered(asking.number(), approved, "approver", null));
            history = job.runToTheEnd();
        }
        return history;
    }

    static LineHistory asking(JobHistory history) {
        return history.lines().stream()
                .filter(line -> line.asked() != null && line.outcome() == null)
                .findFirst()
                .orElseThrow();
    }

    /** What the nodes were told to change, in order. */
    List<String> changes() {
        return link.heard().stream()
                .filter(JournalEntry::changes)
                .map(heard -> heard.node() + " " + heard.text())
                .toList();
    }

    @Override
    public void close() {
        link.close();
    }
}
