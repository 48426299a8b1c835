package io.presencemedic.diagnosis;

import io.presencemedic.job.KnownGroups;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The redundancy groups that a cluster's last diagnosis has seen. */
@ApplicationScoped
class DiagnosedGroups implements KnownGroups {
    @Override
    public Uni<Optional<List<String>>> names(Mutiny.Session session, String cluster) {
        return session.createNativeQuery("""
                        SELECT seen ->> 'name' FROM
                          (SELECT status::jsonb AS status FROM diagnosis WHERE cluster = :cluster ORDER BY id DESC LIMIT 1) last,
                          jsonb_array_elements(last.status -> 'highAvailability') seen""", String.class)
                .setParameter("cluster", cluster)
                .getResultList()
                .map(names -> names.isEmpty() ? Optional.empty() : Optional.of(names));
    }
}
