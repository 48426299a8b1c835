package io.presencemedic.notify;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who delivers to which endpoint: one process at a time per endpoint, so that its messages stay in order, with a lease
 * on the database's clock and a fence number.
 */
@ApplicationScoped
class DeliveryClaims {
    private final Mutiny.SessionFactory database;

    DeliveryClaims(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** A claim on an endpoint. */
    record Turn(UUID webhook, String owner, long fence) {}

    /** Claims up to so many endpoints whose first waiting message is due. */
    Uni<List<Turn>> claim(String owner, int most, Duration lease) {
        return database.withTransaction(session -> session.createNativeQuery("""
                        with due as (
                          select w.id from webhook w
                          cross join lateral (select d.due_at from webhook_delivery d
                            where d.webhook = w.id and d.state = 'PENDING' order by d.place limit 1) head
                          where w.disabled_why is null and head.due_at <= clock_timestamp()
                            and (w.owner is null or w.lease_until <= clock_timestamp())
                          order by head.due_at limit :most for no key update of w skip locked)
                        update webhook set owner = :owner, fence = fence + 1,
                          lease_until = clock_timestamp() + make_interval(secs => :lease)
                        from due where webhook.id = due.id returning webhook.id, webhook.fence""", Object[].class)
                .setParameter("most", most)
                .setParameter("owner", owner)
                .setParameter("lease", seconds(lease))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Turn((UUID) row[0], owner, ((Number) row[1]).longValue()))
                        .toList()));
    }

    /** Renews the claim and gives the next message, if it is due; empty where none is, or the claim is lost. */
    Uni<Optional<DueDelivery>> next(Turn turn, Duration lease) {
        return database.withTransaction(session -> renew(session, turn, lease)
                .chain(now ->
                        now.isEmpty() ? Uni.createFrom().item(Optional.empty()) : head(session, turn, now.get())));
    }

    private static Uni<Optional<Instant>> renew(Mutiny.Session session, Turn turn, Duration lease) {
        return session.createNativeQuery("""
                        update webhook set lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where id = :id and owner = :owner and fence = :fence and lease_until > clock_timestamp()
                          and disabled_why is null
                        returning clock_timestamp()""", Object.class)
                .setParameter("lease", seconds(lease))
                .setParameter("id", turn.webhook())
                .setParameter("owner", turn.owner())
                .setParameter("fence", turn.fence())
                .getResultList()
                .map(rows -> rows.stream().map(Webhooks::instant).findFirst());
    }

    private static Uni<Optional<DueDelivery>> head(Mutiny.Session session, Turn turn, Instant now) {
        return session.createSelectionQuery(
                        "from DeliveryRow d join fetch d.notification where d.webhook = :webhook and d.state = :pending order by d.place",
                        DeliveryRow.class)
                .setParameter("webhook", turn.webhook())
                .setParameter("pending", DeliveryState.PENDING)
                .setMaxResults(1)
                .getResultList()
                .map(rows ->
                        rows.stream().filter(row -> !row.dueAt.isAfter(now)).findFirst())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : session.find(WebhookRow.class, turn.webhook())
                                .map(webhook -> Optional.of(DueDelivery.of(webhook, found.get(), now))));
    }

    /** Gives the claim back. */
    Uni<Void> release(Turn turn) {
        return database.withTransaction(session -> session.createNativeQuery("""
                        update webhook set owner = null, lease_until = null
                        where id = :id and owner = :owner and fence = :fence""")
                .setParameter("id", turn.webhook())
                .setParameter("owner", turn.owner())
                .setParameter("fence", turn.fence())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The endpoint under the claim, locked; empty where the claim is lost. */
    static Uni<Optional<WebhookRow>> held(Mutiny.Session session, Turn turn) {
        return session.createNativeQuery("""
                        select id from webhook where id = :id and owner = :owner and fence = :fence
                        for no key update""", UUID.class)
                .setParameter("id", turn.webhook())
                .setParameter("owner", turn.owner())
                .setParameter("fence", turn.fence())
                .getSingleResultOrNull()
                .chain(id -> id == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.find(WebhookRow.class, id).map(Optional::ofNullable));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
