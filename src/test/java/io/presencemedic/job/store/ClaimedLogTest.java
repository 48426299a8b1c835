package io.presencemedic.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineFinishedBuilder;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.log.PlannedLineBuilder;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.run.JobCommands;
import io.presencemedic.job.run.JobLog;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Hold;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written of a job that somebody works on. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class ClaimedLogTest extends ClaimTestBase {
    @Test
    void aZombieWritesNothing() {
        UUID job = submit("one");
        JobLog zombie = log(claim("a", NO_LEASE).get(0));
        claim("b", LEASE);

        assertThatThrownBy(() -> zombie.append(new JobEvent.Claimed("a", 1))).isInstanceOf(ClaimLost.class);
        assertThatThrownBy(() -> zombie.putDown(List.of(), Instant.now())).isInstanceOf(ClaimLost.class);
        assertThat(events(job)).hasSize(2);
    }

    @Test
    void aJobIsNotPutDownOverTheNewsOfACancellation() {
        UUID job = submit("one");
        JobLog log = log(claim("a", LEASE).get(0));
        Blocking.await(jobs.write(job, JobCommands.cancel("operator", null)));

        assertThat(log.putDown(List.of(), log.now().plusSeconds(3600))).isFalse();
        assertThat(log.refresh().isCancelRequested()).isTrue();
    }

    @Test
    void whatIsWrittenAndNotAnsweredIsFoundAndNotWrittenTwice() {
        UUID job = submit("one");
        JobClaims.Claim claim = claim("a", LEASE).get(0);
        ClaimedLog.Seen known = store.read(job, JobHistory.of(List.of()));
        List<JobEvent> events = List.of(new JobEvent.Claimed("a", claim.fence()));
        assertThat(store.findWritten(claim, known, events)).isEmpty();

        store.write(claim, known, events, known.at(), ClaimedLog.Then.GO_ON, null);
        assertThat(store.findWritten(claim, known, events)).isPresent();
        assertThat(store.findWritten(claim, known, List.of(new JobEvent.RestoreResumed(1))))
                .isEmpty();
    }

    @Test
    void whatIsHeldOffIsKnownUntilItIsSwitchedOnAgain() {
        submit("one");
        JobLog log = log(claim("a", LEASE).get(0));
        Hold hold = Hold.replicationSyncMonitor("imp-sub");
        log.append(List.of(
                new JobEvent.Planned(
                        null,
                        "imp-sub",
                        List.of(new PlannedLineBuilder()
                                .line(1)
                                .step("off")
                                .target("imp-sub")
                                .build())),
                new JobEvent.Acting(1, "imp-sub", "set replication-sync monitor disable", "why", hold, Map.of())));
        assertThat(Blocking.await(jobs.heldOff("one", hold))).isPresent();

        log.append(new LineFinishedBuilder()
                .line(1)
                .outcome(LineOutcome.CHANGED)
                .why("on")
                .commands(List.of())
                .unneeded(false)
                .restored(hold)
                .handedOver(false)
                .build());
        assertThat(Blocking.await(jobs.heldOff("one", hold))).isEmpty();
    }

    @Test
    void theLogIsGapFreeAlthoughSeveralWrite() throws Exception {
        UUID job = submit("one");
        JobLog log = log(claim("a", LEASE).get(0));
        try (var pool = new Pool(4)) {
            pool.all(20, () -> {
                Blocking.await(jobs.write(job, history -> List.of(new JobEvent.RestoreRequested("operator"))));
                return null;
            });
        }
        log.append(new JobEvent.Claimed("a", 1));

        assertThat(events(job))
                .extracting(RecordedEvent::seq)
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 23).boxed().toList());
    }
}
