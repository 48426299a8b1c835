package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.LeapingClock;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.run.JobTiming;
import io.presencemedic.job.run.TargetRefused;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Plan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job on the toy cluster, on a clock that only waiting moves. */
final class ToyJob {
    static final JobTiming TIMING = new JobTiming(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));

    private ToyJob() {}

    static MemoryJob of(ToyCluster cluster, Plan plan, JobMode mode) {
        return of(cluster, plan, mode, null);
    }

    static MemoryJob of(ToyCluster cluster, Plan plan, JobMode mode, @Nullable String planHash) {
        JobEvent.Submitted submitted = new SubmittedBuilder()
                .cluster("toys")
                .runbook("repair")
                .mode(mode)
                .target(JobTarget.NONE)
                .parameters(JsonNodeFactory.instance.objectNode())
                .planHash(planHash)
                .requestedBy("test")
                .build();
        return new MemoryJob(submitted, new World(cluster, plan), TIMING, new LeapingClock());
    }

    private static final class World extends WorldInMemory {
        private final ToyCluster cluster;

        World(ToyCluster cluster, Plan plan) {
            super(cluster, plan);
            this.cluster = cluster;
        }

        @Override
        public Plan plan(JobHistory history) {
            Plan all = super.plan(history);
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
        public Cluster cluster() {
            return new Cluster(
                    "toys", "Toys", new CredentialNames("p", "a"), false, null, List.of(ToyCluster.NODE), false);
        }
    }
}
