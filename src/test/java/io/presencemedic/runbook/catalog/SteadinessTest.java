package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every procedure on its own fault. */
@BesideTheService
class SteadinessTest {
    private static final int MANY_LINES = 13;
    private static final int MOST_QUESTIONS = 2;

    private static final Map<PaperFault, String> BOOKS = Map.of(
            PaperFault.STUCK_IN_STARTING, "services-stuck-in-starting",
            PaperFault.COMMANDED_OUT_OF_SERVICE, "stopped-services-start",
            PaperFault.NETWORK_SERVICES_DOWN, "network-services-down",
            PaperFault.DATABASE_STARTING, "database-down",
            PaperFault.INTERCLUSTER_SYNC_AGENT_DOWN, "intercluster-sync-agent-down",
            PaperFault.PREREQUISITES_DOWN, "presence-engine-prerequisites",
            PaperFault.SUBCLUSTER_MISMATCH, "presence-engine-subcluster-mismatch",
            PaperFault.PRESENCE_ENGINE_ALONE, "presence-engine-alone-down");

    private static final List<List<String>> UNSTEADY = List.of(
            List.of("Running in Backup Mode", "Failed Over with Critical Services Not Running", "HA_FAILED_OVER"),
            List.of("Taking Over", "Failing Over", "HA_IN_TRANSITION"));

    static Stream<Arguments> unsteady() {
        return BOOKS.entrySet().stream().flatMap(entry -> UNSTEADY.stream()
                .map(states -> Arguments.of(entry.getKey(), entry.getValue(), states)));
    }

    static Stream<Arguments> books() {
        return BOOKS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("unsteady")
    void aGroupThatFailedOverOrIsInTransitionIsRefusedWithItsState(PaperFault fault, String book, List<String> states) {
        FakeCluster cluster = fault.cluster();
        cluster.haSays(states.get(0), states.get(1));
        PaperJob job = Books.job(cluster, book).run();

        assertThat(job.state()).as(job.why()).isEqualTo("FAILED");
        assertThat(job.code()).isEqualTo(states.get(2));
        assertThat(job.why()).contains(states.get(1));
        assertThat(cluster.heard).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("books")
    void aProcessThatDiesAnywhereIsContinuedAndLeavesNothingOffUnsaid(PaperFault fault, String book) {
        int step = book.equals("stopped-services-start") ? MANY_LINES : 1;
        boolean died = true;
        for (int append = 1; died; append += step) {
            died = survives(fault, book, append, true) | survives(fault, book, append, false);
        }
    }

    private static boolean survives(PaperFault fault, String book, int append, boolean before) {
        FakeCluster cluster = fault.cluster();
        boolean wasOn = cluster.isAllOn();
        PaperJob job = Books.job(cluster, book).dyingAt(append, before).run();
        for (int question = 0; question < MOST_QUESTIONS && job.state().equals("AWAITING_APPROVAL"); question++) {
            job.answer(true);
        }
        String told = append + "\n" + job.why();
        assertThat(job.state()).as(told).isEqualTo("SUCCEEDED");
        if (wasOn && job.leftSwitchedOff() == 0) {
            assertThat(cluster.isAllOn()).as(told).isTrue();
        }
        return job.died();
    }
}
