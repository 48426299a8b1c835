package io.presencemedic.diagnosis;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.presencemedic.database.Blocking;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** When each cluster was last diagnosed, for monitoring; read once a minute, of the first thousand clusters. */
@ApplicationScoped
class DiagnosisAges {
    private static final Logger LOG = Logger.getLogger(DiagnosisAges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mutiny.SessionFactory sessions;
    private final MultiGauge times;
    private volatile boolean failed;

    DiagnosisAges(Mutiny.SessionFactory sessions, MeterRegistry registry) {
        this.sessions = sessions;
        this.times = MultiGauge.builder("medic.cluster.last.diagnosed.timestamp.seconds")
                .register(registry);
    }

    /** A round that fails alone is made up for by the next one; the first may meet a start that is refused. */
    @Scheduled(identity = "diagnosis-ages", every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            show();
            failed = false;
        } catch (RuntimeException e) {
            LOG.logf(
                    failed ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "the times of the last diagnoses could not be read: %s",
                    e);
            failed = true;
        }
    }

    private void show() {
        List<Object[]> found = Blocking.await(
                sessions.withSession(session ->
                        session.createNativeQuery("""
                        select c.id, extract(epoch from coalesce(
                          (select d.made_at from diagnosis d where d.cluster = c.id order by d.id desc limit 1),
                          c.created_at))::float8
                        from cluster c order by c.id limit 1000""", Object[].class).getResultList()),
                PATIENCE);
        times.register(
                found.stream()
                        .map(row -> MultiGauge.Row.of(Tags.of("cluster", (String) row[0]), (Number) row[1]))
                        .toList(),
                true);
    }
}
