package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.LeapingClock;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Pace;
import io.presencemedic.runbook.Plan;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job on the toy cluster, on a clock that only waiting moves. */
final class ToyJob {
    static final JobTiming TIMING = new JobTiming(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));

    private ToyJob() {}

    static MemoryJob of(ToyCluster cluster, Plan plan, JobMode mode) {
        JobEvent.Submitted submitted = new JobEvent.Submitted(
                "toys",
                "repair",
                mode,
                JobTarget.NONE,
                JsonNodeFactory.instance.objectNode(),
                null,
                null,
                null,
                "test",
                null);
        return new MemoryJob(submitted, new World(cluster, plan), TIMING, new LeapingClock());
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
            return new JobEvent.Planned(null, null, Chapters.outline(plan));
        }

        @Override
        public Plan plan(JobHistory history) {
            Plan all = plan;
            for (JobEvent.ChapterPlanned chapter : history.chapters()) {
                Plan again =
                        Plan.builder().then(all.line(chapter.line()).step()).build();
                all = all.followedBy(cluster.books.get(chapter.runbook())).followedBy(again);
            }
            return all;
        }

        @Override
        public JobEvent.ChapterPlanned resolve(JobHistory history, LineHistory asking, Chapter chapter)
                throws TargetRefused {
            Plan book = cluster.books.get(chapter.runbook());
            if (book == null) {
                throw new TargetRefused("GROUP_UNKNOWN", "target.group", "there is no such toy");
            }
            return Chapters.planned(history, asking, chapter, new JobEvent.Planned(null, null, Chapters.outline(book)));
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
        public long fetch(Node node, FileRequest file, OutputStream to) {
            return cluster.fetch(node, file, to);
        }

        @Override
        public Optional<String> heldOffBy(Hold hold) {
            return Optional.empty();
        }
    }
}
