package io.presencemedic.access;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.presencemedic.access.grant.Role;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of API keys. Every change is in the audit log. */
@ApplicationScoped
class ApiKeys {
    static final String PATH = "/api/v1/keys";

    private final Mutiny.SessionFactory database;
    private final KeyText text;
    private final AuditLog audit;
    private final Clock clock;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    ApiKeys(Mutiny.SessionFactory database, KeyText text, AuditLog audit, Clock clock) {
        this.database = database;
        this.text = text;
        this.audit = audit;
        this.clock = clock;
    }

    /** All keys, for those who check them. */
    Uni<List<HeldKey>> all() {
        return database.withSession(session -> session.createSelectionQuery("from KeyRow", KeyRow.class)
                        .getResultList())
                .map(rows -> rows.stream().map(text::held).toList());
    }

    Uni<Page<ApiKey>> list(PageRequest request) {
        String after = request.after().orElse("");
        return database.withSession(session -> session.createSelectionQuery(
                                "from KeyRow where name > :after order by name", KeyRow.class)
                        .setParameter("after", after)
                        .setMaxResults(request.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, request, row -> row.name).map(text::key));
    }

    /** The key of that id; 404 where there is none. */
    Uni<ApiKey> get(UUID id) {
        return database.withSession(session -> found(session.find(KeyRow.class, id)))
                .map(text::key);
    }

    private static Uni<KeyRow> found(Uni<KeyRow> row) {
        return row.onItem().ifNull().failWith(() -> Problem.of(404, "KEY_UNKNOWN", "There is no key with this id.")
                .exception());
    }

    /**
     * Makes a key in the caller's transaction; 409 where the name is taken.
     *
     * @param makers the persons and keys behind it
     */
    Uni<ApiKey> create(Mutiny.Session session, NewKey wanted, Subject maker, Set<String> makers, Secret secret) {
        ApiKey key = wanted.key(ids.generate(), now(), maker);
        return session.persist(text.row(key, makers, secret))
                .call(session::flush)
                .call(() -> audit.record(session, entry("key.create", key).after(audit.json(key))))
                .replaceWith(key)
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> Problem.of(
                                409,
                                "KEY_NAME_TAKEN",
                                "There is already a key called \"" + key.name() + "\". Choose another.")
                        .error("name", "is taken")
                        .exception());
    }

    /**
     * Gives a key a new secret; 404 where there is none.
     *
     * @param makers the persons and keys that have seen the new secret: from now on they are behind this key as well
     * @param overlap how long the old secret still opens
     */
    Uni<ApiKey> rotate(UUID id, Secret secret, Set<String> makers, Duration overlap) {
        return database.withTransaction(session -> found(session.find(KeyRow.class, id, LockMode.PESSIMISTIC_WRITE))
                .invoke(row -> text.rotate(row, secret, makers, now().plus(overlap)))
                .call(session::flush)
                .map(text::key)
                .call(key -> audit.record(session, entry("key.rotate", key).after(audit.json(key)))));
    }

    /** Removes a key; 404 where there is none, 409 where nobody could make keys any more. */
    Uni<Void> remove(UUID id) {
        return database.withTransaction(session -> admins(session)
                .chain(admins -> found(session.find(KeyRow.class, id)).invoke(row -> keepOneAdmin(row, admins)))
                .chain(row -> session.remove(row)
                        .chain(() -> audit.record(
                                session, entry("key.delete", text.key(row)).before(audit.json(text.key(row)))))));
    }

    private void keepOneAdmin(KeyRow row, List<KeyRow> admins) {
        Instant now = now();
        boolean another = admins.stream()
                .anyMatch(each -> !each.id.equals(row.id) && (each.expiresAt == null || each.expiresAt.isAfter(now)));
        if (row.role == Role.ADMIN && !another) {
            throw Problem.of(409, "LAST_ADMIN_KEY", "This is the last admin key. Make another admin key first.")
                    .exception();
        }
    }

    /** All admin keys, locked, so that two removals cannot each leave the other's. */
    private static Uni<List<KeyRow>> admins(Mutiny.Session session) {
        return session.createSelectionQuery("from KeyRow where role = :role order by id", KeyRow.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Whether there is an admin key besides the one of that name. */
    Uni<Boolean> hasAdminBesides(String name) {
        return database.withSession(session -> session.createSelectionQuery(
                                "select count(*) from KeyRow where role = :role and name <> :name"
                                        + " and (expiresAt is null or expiresAt > :now)",
                                Long.class)
                        .setParameter("role", Role.ADMIN)
                        .setParameter("name", name)
                        .setParameter("now", now())
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** Gives the admin key of that name this secret; makes the key where it is missing. */
    Uni<Void> putAdmin(String name, Secret secret) {
        return database.withTransaction(session -> named(session, name).chain(row -> {
            if (row == null) {
                ApiKey key = NewKey.admin(name).key(ids.generate(), now(), name);
                return session.persist(text.row(key, Set.of(name, key.id().toString()), secret))
                        .chain(() ->
                                audit.record(session, entry("key.create", key).after(audit.json(key))));
            }
            row.take(secret);
            row.role = Role.ADMIN;
            row.grants = null;
            return Uni.createFrom().voidItem();
        }));
    }

    /** Removes the key of that name, if any, whatever its role. */
    Uni<Void> removeNamed(String name) {
        return database.withTransaction(session -> named(session, name)
                .chain(row -> row == null
                        ? Uni.createFrom().voidItem()
                        : session.remove(row).chain(() -> audit.record(session, entry("key.delete", text.key(row))))));
    }

    private static Uni<KeyRow> named(Mutiny.Session session, String name) {
        return session.createSelectionQuery("from KeyRow where name = :name", KeyRow.class)
                .setParameter("name", name)
                .getSingleResultOrNull();
    }

    /** Writes down when keys were used last: each by itself, so that none is waited for while another is held. */
    Uni<Void> used(Map<UUID, Instant> uses) {
        Uni<?> all = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, Instant> use : uses.entrySet()) {
            all = all.chain(() -> used(use.getKey(), use.getValue().truncatedTo(ChronoUnit.MINUTES)));
        }
        return all.replaceWithVoid();
    }

    private Uni<Integer> used(UUID key, Instant at) {
        return database.withTransaction(
                session -> session.createMutationQuery("update KeyRow set lastUsedAt = :at where id = :id")
                        .setParameter("at", at)
                        .setParameter("id", key)
                        .executeUpdate());
    }

    private static AuditEntry entry(String verb, ApiKey key) {
        return AuditEntry.of(verb).target(PATH + "/" + key.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
