package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.runbook.HoldKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster stands by its last diagnosis.
 *
 * @param asOf when the nodes were asked; null where the cluster was never diagnosed
 * @param diagnosis the id of the last diagnosis; null where there is none
 * @param outcome what it came to; null where there is none
 * @param findings the codes of what was wrong then
 * @param services the services of each node that were not as they should be
 * @param heldOff what jobs hold switched off now, by our own record
 */
@Value.Builder
record StatusView(
        String cluster,
        @Nullable Instant asOf,
        @Nullable UUID diagnosis,
        Diagnosis.@Nullable Outcome outcome,
        List<String> findings,
        List<ServicesOfNode> services,
        List<ClusterStatus.GroupStatus> highAvailability,
        List<ClusterStatus.ReplicationStatus> replication,
        List<HeldOffView> heldOff) {
    /** Something that is off, by which job, and since when. */
    record HeldOffView(HoldKind kind, String subject, UUID job, Instant since) {}

    static StatusView of(String cluster, Optional<Diagnosis> last, List<Jobs.HeldOff> heldOff) {
        ClusterStatus status = last.map(Diagnosis::status).orElse(ClusterStatus.NOTHING_KNOWN);
        return new StatusViewBuilder()
                .cluster(cluster)
                .asOf(last.map(Diagnosis::madeAt).orElse(null))
                .diagnosis(last.map(Diagnosis::id).orElse(null))
                .outcome(last.map(Diagnosis::outcome).orElse(null))
                .findings(last.map(Diagnosis::findings).orElse(List.of()).stream()
                        .map(Finding::code)
                        .toList())
                .services(status.services())
                .highAvailability(status.highAvailability())
                .replication(status.replication())
                .heldOff(heldOff.stream()
                        .map(held ->
                                new HeldOffView(held.hold().kind(), held.hold().subject(), held.job(), held.since()))
                        .toList())
                .build();
    }
}
