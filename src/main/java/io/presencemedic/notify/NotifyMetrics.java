package io.presencemedic.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * What monitoring can see of webhooks; {@code medic_webhooks_disabled} above 0 is an alarm: somebody who wants to be
 * told is not told any more.
 */
@ApplicationScoped
class NotifyMetrics {
    private static final Logger LOG = Logger.getLogger(NotifyMetrics.class);

    private final MeterRegistry registry;
    private final Mutiny.SessionFactory database;
    private final AtomicLong disabled = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();

    NotifyMetrics(MeterRegistry registry, Mutiny.SessionFactory database) {
        this.registry = registry;
        this.database = database;
        registry.gauge("medic.webhooks.disabled", disabled);
        registry.gauge("medic.webhooks.pending", pending);
    }

    /** Counts an attempt, and says aloud where it was the last one for its endpoint. */
    void attempted(DueDelivery due, Attempt attempt, DeliveryRecords.Recorded recorded) {
        registry.counter("medic.webhooks.attempts", "verdict", attempt.verdict().name())
                .increment();
        if (recorded.disabled() != null) {
            LOG.warnf(
                    "webhook %s is disabled (%s): it is told nothing until it is enabled again by PUT /api/v1/webhooks/%s",
                    due.webhook(), recorded.disabled(), due.webhook());
        }
    }

    /** Reads what the gauges show. */
    Uni<Void> read() {
        return database.withSession(session -> session.createNativeQuery("""
                        select (select count(*) from webhook where disabled_why in ('GONE', 'FAILURES')),
                          (select count(*) from webhook_delivery where state = 'PENDING')""", Object[].class)
                .getSingleResult()
                .invoke(row -> {
                    disabled.set(((Number) row[0]).longValue());
                    pending.set(((Number) row[1]).longValue());
                })
                .replaceWithVoid());
    }
}
