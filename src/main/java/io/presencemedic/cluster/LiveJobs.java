package io.presencemedic.cluster;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Knows which job works on a cluster, so that the inventory does not change under it. */
public interface LiveJobs {
    /** The job that is changing this cluster or waits to go on. */
    Uni<Optional<UUID>> live(Mutiny.Session session, String cluster);
}
