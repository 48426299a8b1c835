package io.presencemedic.notify;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.notify.signature.WebhookSecret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of endpoints. Every change is in the audit log, without secrets. */
@ApplicationScoped
class Webhooks {
    private static final long MOST = 200;

    private final Mutiny.SessionFactory database;
    private final WebhookSecrets secrets;
    private final AuditLog audit;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Webhooks(Mutiny.SessionFactory database, WebhookSecrets secrets, AuditLog audit, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** All endpoints, by name. */
    Uni<Page<Webhook>> list(PageRequest request) {
        return database.withSession(session -> session.createSelectionQuery(
                        "from WebhookRow where name > :after order by name", WebhookRow.class)
                .setParameter("after", request.after().orElse(""))
                .setMaxResults(request.limit() + 1)
                .getResultList()
                .map(rows -> Page.of(rows, request, row -> row.name))
                .chain(page -> waiting(session, page.items()).map(waiting -> page.map(row -> shown(row, waiting)))));
    }

    /** The endpoint of that id; 404 where there is none. */
    Uni<Webhook> get(UUID id) {
        return database.withSession(
                session -> found(session, id, LockModeType.NONE).chain(row -> shown(session, row)));
    }

    /** Enters an endpoint in the caller's transaction; 409 where the name is taken or there are too many. */
    Uni<Webhook> create(Mutiny.Session session, WebhookDocument document, WebhookSecret secret, String by) {
        WebhookRow row = new WebhookRow();
        row.id = ids.generate();
        row.createdAt = now();
        row.createdBy = by;
        row.secret = secrets.seal(row.id, secret);
        row.take(document, row.createdAt);
        return count(session)
                .invoke(Webhooks::refuseMore)
                .chain(() -> session.persist(row))
                .chain(session::flush)
                .map(flushed -> Webhook.of(row, Webhook.Waiting.NONE))
                .call(made ->
                        audit.record(session, entry("webhook.create", row.id).after(audit.json(made))))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> nameTaken(document));
    }

    /** Replaces an endpoint but for its secret; 404, or 409 where the name is taken. */
    Uni<Webhook> replace(UUID id, WebhookDocument document) {
        return database.withTransaction(session -> found(session, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> row.take(document, now()))
                .call(session::flush)
                .chain(row -> shown(session, row))
                .call(now -> audit.record(session, entry("webhook.replace", id).after(audit.json(now))))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> nameTaken(document)));
    }

    /** Removes an endpoint with all that waits for it; 404 where there is none. */
    Uni<Webhook> remove(UUID id) {
        return database.withTransaction(session -> found(session, id, LockModeType.PESSIMISTIC_WRITE)
                .call(session::remove)
                .map(row -> Webhook.of(row, Webhook.Waiting.NONE))
                .call(was -> audit.record(session, entry("webhook.delete", id).before(audit.json(was)))));
    }

    /**
     * Gives an endpoint a new secret, and lets the present one sign too for so long; does nothing where it has that
     * secret; 404.
     */
    Uni<Webhook> rotate(UUID id, WebhookSecret secret, Duration overlap) {
        return database.withTransaction(session -> found(session, id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (secrets.open(id, row.secret).filter(secret::equals).isPresent()) {
                        return;
                    }
                    row.oldSecret = overlap.isZero() ? null : row.secret;
                    row.oldUntil = overlap.isZero() ? null : now().plus(overlap);
                    row.secret = secrets.seal(id, secret);
                })
                .call(session::flush)
                .chain(row -> shown(session, row))
                .call(now -> audit.record(session, entry("webhook.rotate-secret", id))));
    }

    static AuditEntry entry(String verb, UUID id) {
        return AuditEntry.of(verb).target(WebhookResource.PATH + "/" + id);
    }

    static Uni<WebhookRow> found(Mutiny.Session session, UUID id, LockModeType lock) {
        return session.find(WebhookRow.class, id, lock).onItem().ifNull().failWith(() -> Problem.of(
                        404, "WEBHOOK_UNKNOWN", "There is no webhook with this id; GET /api/v1/webhooks lists them.")
                .exception());
    }

    private static Uni<Webhook> shown(Mutiny.Session session, WebhookRow row) {
        return waiting(session, List.of(row)).map(waiting -> shown(row, waiting));
    }

    private static Webhook shown(WebhookRow row, Map<UUID, Webhook.Waiting> waiting) {
        return Webhook.of(row, waiting.getOrDefault(row.id, Webhook.Waiting.NONE));
    }

    private static Uni<Map<UUID, Webhook.Waiting>> waiting(Mutiny.Session session, List<WebhookRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery("""
                        select webhook, count(*), min(created_at) from webhook_delivery
                        where state = 'PENDING' and webhook in (:ids) group by webhook""", Object[].class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                each -> (UUID) each[0],
                                each -> new Webhook.Waiting(((Number) each[1]).longValue(), instant(each[2])))));
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static Uni<Long> count(Mutiny.Session session) {
        return session.createSelectionQuery("select count(*) from WebhookRow", Long.class)
                .getSingleResult();
    }

    private static void refuseMore(long there) {
        if (there >= MOST) {
            throw Problem.of(
                            409,
                            "TOO_MANY_WEBHOOKS",
                            "There are " + there + " webhooks already, and no more are taken.")
                    .exception();
        }
    }

    private static ProblemException nameTaken(WebhookDocument document) {
        return Problem.of(
                        409,
                        "WEBHOOK_NAME_TAKEN",
                        "There is already a webhook called \"" + document.name() + "\". Choose another name.")
                .error("name", "is taken")
                .exception();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
