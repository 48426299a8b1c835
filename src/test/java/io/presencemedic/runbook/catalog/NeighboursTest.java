package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every procedure on every fault that is not its own, and on none. */
@BesideTheService
class NeighboursTest {
    private static final Map<PaperFault, Set<String>> REMEDIES = new EnumMap<>(PaperFault.class);

    static {
        REMEDIES.put(PaperFault.STUCK_IN_STARTING, Set.of("services-stuck-in-starting"));
        REMEDIES.put(
                PaperFault.COMMANDED_OUT_OF_SERVICE, Set.of("stopped-services-start", "presence-engine-prerequisites"));
        REMEDIES.put(PaperFault.NETWORK_SERVICES_DOWN, Set.of("network-services-down"));
        REMEDIES.put(PaperFault.DATABASE_STARTING, Set.of("database-down"));
        REMEDIES.put(PaperFault.INTERCLUSTER_SYNC_AGENT_DOWN, Set.of("intercluster-sync-agent-down"));
        REMEDIES.put(PaperFault.PREREQUISITES_DOWN, Set.of("presence-engine-prerequisites", "stopped-services-start"));
        REMEDIES.put(PaperFault.OUTSIDE_GROUP, Set.of("presence-engine-outside-group"));
        REMEDIES.put(PaperFault.DOWN_ON_BOTH_AFTER_JOINING, Set.of("presence-engine-outside-group"));
        REMEDIES.put(PaperFault.SUBCLUSTER_MISMATCH, Set.of("presence-engine-subcluster-mismatch"));
        REMEDIES.put(PaperFault.PRESENCE_ENGINE_ALONE, Set.of("presence-engine-alone-down"));
        REMEDIES.put(PaperFault.AXL_WEB_SERVICE_DOWN, Set.of("sync-agent-checklist"));
        REMEDIES.put(PaperFault.PUBLISHERS_NEED_A_RESTART, Set.of("sync-agent-checklist"));
    }

    static Stream<Arguments> others() {
        return Arrays.stream(PaperFault.values()).flatMap(fault -> Books.procedures().stream()
                .filter(book -> !REMEDIES.getOrDefault(fault, Set.of()).contains(book))
                .map(book -> Arguments.of(fault, book)));
    }

    static Stream<Arguments> all() {
        return Arrays.stream(PaperFault.values())
                .flatMap(fault -> Books.procedures().stream().map(book -> Arguments.of(fault, book)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("others")
    void aProcedureChangesNothingWhereItsFaultIsNot(PaperFault fault, String book) {
        FakeCluster cluster = fault.cluster();
        PaperJob job = Books.job(cluster, book).run();

        assertThat(cluster.heard).as(job.why()).isEmpty();
        assertThat(job.changed()).as(job.why()).isFalse();
        assertThat(job.state()).as(job.why()).isIn("SUCCEEDED", "FAILED");
        if (fault == PaperFault.NONE || fault == PaperFault.NOT_ACTIVATED) {
            assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("all")
    void aPlanSendsNothing(PaperFault fault, String book) {
        FakeCluster cluster = fault.cluster();
        PaperJob job = Books.plan(cluster, book).run();

        assertThat(cluster.heard).as(job.why()).isEmpty();
        assertThat(job.state()).as(job.why()).isIn("SUCCEEDED", "FAILED");
    }
}
