package io.presencemedic.diagnosis;

import io.presencemedic.job.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
record StatusView(
        String cluster,
        @Nullable Instant asOf,
        @Nullable UUID diagnosis,
        Diagnosis.@Nullable Outcome outcome,
        List<String> findings,
        List<NodeServices> services,
        List<ClusterStatus.GroupStatus> highAvailability,
        List<ClusterStatus.ReplicationStatus> replication,
        List<Held> heldOff) {
    /** Something that is off, by which job, and since when. */
    record Held(String kind, String subject, UUID job, Instant since) {
    }
}
