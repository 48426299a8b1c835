package io.presencemedic.job;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Knows the redundancy groups of a cluster without asking its nodes; a bean of this type is found by itself. It lets a
 * request be refused at once that names a group which is not there; where nothing is known the job finds out.
 */
public interface KnownGroups {
    /** The names of the cluster's groups as they were seen last; empty where they have not been. */
    Uni<Optional<List<String>>> names(Mutiny.Session session, String cluster);
}
