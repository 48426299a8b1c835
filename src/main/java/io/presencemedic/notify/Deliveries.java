package io.presencemedic.notify;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.notify.format.Notification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What was sent to endpoints, and what is to be sent again. */
@ApplicationScoped
class Deliveries {
    private final Mutiny.SessionFactory database;
    private final AuditLog audit;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Deliveries(Mutiny.SessionFactory database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** How many messages are sent again, and from when on. */
    record Redelivered(Instant since, int messages) {}

    /** An endpoint's deliveries, newest first; 404 where there is no such endpoint. */
    Uni<Page<Delivery>> list(UUID webhook, @Nullable DeliveryState state, PageRequest request) {
        long before = request.after().map(Deliveries::place).orElse(Long.MAX_VALUE);
        String only = state == null ? "" : " and d.state = :state";
        return database.withSession(session -> Webhooks.found(session, webhook, LockModeType.NONE)
                .chain(found -> {
                    Mutiny.SelectionQuery<DeliveryRow> query = session.createSelectionQuery(
                                    "from DeliveryRow d join fetch d.notification where d.webhook = :webhook and d.place < :before"
                                            + only + " order by d.place desc",
                                    DeliveryRow.class)
                            .setParameter("webhook", webhook)
                            .setParameter("before", before)
                            .setMaxResults(request.limit() + 1);
                    return (state == null ? query : query.setParameter("state", state)).getResultList();
                })
                .map(rows ->
                        Page.of(rows, request, row -> String.valueOf(row.place)).map(Delivery::of)));
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw PageRequest.unknown();
        }
    }

    /** Sends a test message to one endpoint alone, in the caller's transaction; 404 where there is no such endpoint. */
    Uni<Delivery> ping(Mutiny.Session session, UUID webhook, Notification event) {
        NotificationRow told = NotificationRow.of(event);
        DeliveryRow row = new DeliveryRow();
        row.id = ids.generate();
        row.webhook = webhook;
        row.notification = told;
        row.state = DeliveryState.PENDING;
        row.dueAt = event.at();
        row.createdAt = event.at();
        return Webhooks.found(session, webhook, LockModeType.NONE)
                .chain(() -> session.persistAll(told, row))
                .chain(session::flush)
                .call(() -> audit.record(session, Webhooks.entry("webhook.ping", webhook)))
                .map(flushed -> Delivery.of(row));
    }

    /** Sends a message again, in its old place, under its old id; 404 where there is no such delivery. */
    Uni<Delivery> redeliver(UUID webhook, UUID id) {
        return database.withTransaction(session -> session.createNativeQuery(again("id = :id and webhook = :webhook"))
                .setParameter("id", id)
                .setParameter("webhook", webhook)
                .executeUpdate()
                .chain(() -> found(session, webhook, id))
                .call(() -> audit.record(
                        session,
                        AuditEntry.of("webhook.redeliver")
                                .target(WebhookResource.PATH + "/" + webhook + "/deliveries/" + id))));
    }

    /** Sends everything again that happened since then; tells how much. 404 where there is no such endpoint. */
    Uni<Integer> redeliverSince(UUID webhook, Instant since) {
        return database.withTransaction(session -> Webhooks.found(session, webhook, LockModeType.NONE)
                .chain(found -> session.createNativeQuery(again("webhook = :webhook and created_at >= :since"))
                        .setParameter("webhook", webhook)
                        .setParameter("since", since.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .call(messages -> audit.record(
                        session,
                        Webhooks.entry("webhook.redeliver", webhook)
                                .after(audit.json(new Redelivered(since, messages))))));
    }

    /** One delivery; 404 where there is none. */
    Uni<Delivery> get(UUID webhook, UUID id) {
        return database.withSession(session -> found(session, webhook, id));
    }

    private static Uni<Delivery> found(Mutiny.Session session, UUID webhook, UUID id) {
        return session.createSelectionQuery(
                        "from DeliveryRow d join fetch d.notification where d.id = :id and d.webhook = :webhook",
                        DeliveryRow.class)
                .setParameter("id", id)
                .setParameter("webhook", webhook)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(404, "DELIVERY_UNKNOWN", "This webhook has no delivery with this id.")
                        .exception())
                .map(Delivery::of);
    }

    private static String again(String which) {
        return "update webhook_delivery set state = 'PENDING', attempts = 0, due_at = clock_timestamp(), ended_at = null where "
                + which;
    }
}
