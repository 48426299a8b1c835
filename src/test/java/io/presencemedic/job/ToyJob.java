package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Pace;
import io.presencemedic.runbook.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** A job on the toy cluster, with a log in memory and a clock that only waiting moves. */
final class ToyJob {
    static final JobTiming TIMING = new JobTiming(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));
    private static final int MOST_CLAIMS = 200;

    final MemoryLog log;
    private final World world;

    ToyJob(ToyCluster cluster, Plan plan, JobMode mode) {
        this.log = new MemoryLog();
        this.world = new World(cluster, plan);
        log.write(new JobEvent.Submitted(
                "toys",
                "repair",
                mode,
                JobTarget.NONE,
                JsonNodeFactory.instance.objectNode(),
                null,
                null,
                null,
                "test",
                null));
    }

    /** Claims the job until it is final; a process that dies is followed by another. */
    JobHistory runToTheEnd() {
        for (int claim = 1; claim <= MOST_CLAIMS && !log.history().isFinished(); claim++) {
            if (log.history().state() == JobState.AWAITING_APPROVAL) {
                break;
            }
            log.write(new JobEvent.Claimed("worker-" + claim, claim));
            try {
                new JobRun(log, world, TIMING).run();
            } catch (ProcessDied died) {
                world.sent.clear();
            }
        }
        return log.history();
    }

    /** The process was killed at this point. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A log that tells a listener before and after each append. */
    static final class MemoryLog implements JobLog {
        private JobHistory history = JobHistory.of(List.of());
        private Instant now = Instant.parse("2030-01-01T00:00:00Z");
        private int appends;
        IntConsumer beforeAppend = n -> {};
        IntConsumer afterAppend = n -> {};

        void write(JobEvent event) {
            history = history.plus(List.of(new Recorded(history.lastSeq() + 1, now, event)));
        }

        @Override
        public JobHistory refresh() {
            return history;
        }

        @Override
        public JobHistory history() {
            return history;
        }

        @Override
        public JobHistory append(List<JobEvent> events) {
            int n = ++appends;
            beforeAppend.accept(n);
            events.forEach(this::write);
            afterAppend.accept(n);
            return history;
        }

        @Override
        public boolean putDown(Instant due) {
            now = due.isAfter(now) ? due : now;
            return true;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        int appends() {
            return appends;
        }
    }

    private static final class World implements JobWorld, Look {
        private final ToyCluster cluster;
        private final Plan plan;
        private final List<String> sent = new ArrayList<>();

        World(ToyCluster cluster, Plan plan) {
            this.cluster = cluster;
            this.plan = plan;
        }

        @Override
        public JobEvent.Planned resolve(JobHistory history) {
            return new JobEvent.Planned(
                    null,
                    null,
                    plan.lines().stream()
                            .map(line -> new JobEvent.PlannedLine(
                                    line.number(),
                                    line.step().name(),
                                    line.step().target(),
                                    line.restores()))
                            .toList());
        }

        @Override
        public Plan plan(JobHistory history) {
            return plan;
        }

        @Override
        public Look look() {
            return this;
        }

        @Override
        public String perform(Change change) throws LinkException {
            sent.add(change.text());
            return change.perform(cluster);
        }

        @Override
        public List<String> sent() {
            List<String> texts = List.copyOf(sent);
            sent.clear();
            return texts;
        }

        @Override
        public Pace pace() {
            return Pace.REAL;
        }

        @Override
        public Cluster cluster() {
            return new Cluster(
                    "toys", "Toys", new CredentialNames("p", "a"), false, null, List.of(ToyCluster.NODE), false);
        }

        @Override
        public <T> T ask(Node node, Command<T> command) throws LinkException {
            sent.add(command.text());
            return cluster.run(node, command);
        }

        @Override
        public <T> T ask(Node node, Operation<T> operation) {
            return cluster.call(node, operation);
        }

        @Override
        public Optional<String> heldOffBy(Hold hold) {
            return Optional.empty();
        }
    }
}
