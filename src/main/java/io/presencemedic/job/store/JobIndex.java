package io.presencemedic.job.store;

import io.presencemedic.access.WorkIndex;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells access to which cluster and runbook a job belongs. */
@ApplicationScoped
class JobIndex implements WorkIndex {
    private final Mutiny.SessionFactory database;

    JobIndex(Mutiny.SessionFactory database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<Work>> find(UUID id) {
        return database.withSession(session -> session.find(JobRow.class, id))
                .map(row -> Optional.ofNullable(row).map(found -> new Work(found.cluster, found.runbook)));
    }
}
