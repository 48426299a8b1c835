package io.presencemedic.cluster;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What must hold of a cluster beside its document before it is entered. */
public interface ClusterEntryCheck {
    /**
     * @throws io.presencemedic.http.ProblemException (in the Uni) 403 where one of its credentials is for other hosts
     */
    Uni<Void> require(Cluster cluster);

    /** The same in the caller's session. */
    Uni<Void> require(Mutiny.Session session, Cluster cluster);
}
