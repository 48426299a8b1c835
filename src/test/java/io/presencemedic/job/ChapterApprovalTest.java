package io.presencemedic.job;

import static io.presencemedic.job.ChapterRunTest.cluster;
import static io.presencemedic.job.ChapterRunTest.job;
import static io.presencemedic.job.ChapterRunTest.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.runbook.Plan;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChapterApprovalTest {
    @Test
    void oneApprovalHoldsForTheLaterLinesOfTheJob() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        MemoryJob job = job(cluster, "first", "second", "restart");
        approve(job, job.runToTheEnd());
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(cluster.changesHeard).containsExactly("change one", "change two", "restart");
    }

    @Test
    void aJobThatIsNotToAskLeavesOutWhatNeedsAnApproval() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        Plan plan = plan(false, "first", "restart");
        JobHistory history = ToyJob.of(cluster, plan, JobMode.EXECUTE).runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(history.line(2).code()).isEqualTo("APPROVAL_NOT_ALLOWED");
        assertThat(cluster.changesHeard).containsExactly("restart");
    }

    @Test
    void aDeclinedApprovalEndsTheJob() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        MemoryJob job = job(cluster, "first", "restart");
        job.runToTheEnd();
        job.log.write(new JobEvent.OperatorAnswered(2, false, "approver", null));
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cluster.changesHeard).isEmpty();
    }

    @Test
    void aChangeThatIsNotTheApprovedOneIsAskedForAgain() {
        ToyCluster cluster = cluster(ToyCluster.Faults.NONE);
        AtomicReference<String> text = new AtomicReference<>("change one");
        Plan plan = Plan.builder().then(new ToySteps.Approved(text)).build();
        MemoryJob job = ToyJob.of(cluster, plan, JobMode.EXECUTE);
        approve(job, job.runToTheEnd());
        text.set("change another");
        JobHistory history = job.runToTheEnd();

        assertThat(history.state()).isEqualTo(JobState.AWAITING_APPROVAL);
        assertThat(cluster.changesHeard).isEmpty();

        approve(job, history);
        job.runToTheEnd();
        assertThat(cluster.changesHeard).containsExactly("change another");
    }

    private static void approve(MemoryJob job, JobHistory history) {
        assertThat(history.state()).isEqualTo(JobState.AWAITING_APPROVAL);
        int line = history.lines().stream()
                .filter(each -> each.asked() != null && each.outcome() == null)
                .findFirst()
                .orElseThrow()
                .number();
        job.log.write(new JobEvent.OperatorAnswered(line, true, "approver", null));
    }
}
