package io.presencemedic.access;

import com.fasterxml.uuid.Generators;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of API keys. */
@ApplicationScoped
class ApiKeys {
    private final Mutiny.SessionFactory database;
    private final Clock clock;

    ApiKeys(Mutiny.SessionFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The key that this secret opens. */
    Uni<Optional<ApiKey>> find(Secret secret) {
        return database.withSession(
                        session -> session.createSelectionQuery("from KeyRow where lookup = :lookup", KeyRow.class)
                                .setParameter("lookup", secret.lookup())
                                .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> secret.matches(found.hash))
                        .map(KeyRow::key));
    }

    Uni<Page<ApiKey>> list(PageRequest request) {
        String after = request.after().orElse("");
        return database.withSession(session -> session.createSelectionQuery(
                                "from KeyRow where name > :after order by name", KeyRow.class)
                        .setParameter("after", after)
                        .setMaxResults(request.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, request, row -> row.name).map(KeyRow::key));
    }

    /** The key of that id; 404 where there is none. */
    Uni<ApiKey> get(UUID id) {
        return database.withSession(session -> found(session, id)).map(KeyRow::key);
    }

    private static Uni<KeyRow> found(Mutiny.Session session, UUID id) {
        return session.find(KeyRow.class, id).onItem().ifNull().failWith(() -> Problem.of(
                        404, "KEY_UNKNOWN", "There is no key with this id.")
                .exception());
    }

    /** Makes a key in the caller's transaction; 409 where the name is taken. */
    Uni<ApiKey> create(Mutiny.Session session, String name, Role role, String createdBy, Secret secret) {
        ApiKey key = key(name, role, createdBy);
        return session.persist(KeyRow.of(key, secret))
                .call(session::flush)
                .replaceWith(key)
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> Problem.of(
                                409,
                                "KEY_NAME_TAKEN",
                                "There is already a key called \"" + name + "\". Choose another.")
                        .error("name", "is taken")
                        .exception());
    }

    /** Removes a key; 404 where there is none, 409 where nobody could make keys any more. */
    Uni<Void> remove(UUID id) {
        return database.withTransaction(session -> admins(session).chain(admins -> found(session, id)
                .invoke(row -> keepOneAdmin(row, admins))
                .chain(session::remove)));
    }

    private static void keepOneAdmin(KeyRow row, List<KeyRow> admins) {
        if (row.role == Role.ADMIN && admins.size() == 1) {
            throw Problem.of(409, "LAST_ADMIN_KEY", "This is the last admin key. Make another admin key first.")
                    .exception();
        }
    }

    /** All admin keys, locked, so that two removals cannot each leave the other's. */
    private static Uni<List<KeyRow>> admins(Mutiny.Session session) {
        return session.createSelectionQuery("from KeyRow where role = :role order by id", KeyRow.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(org.hibernate.LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The role of the key of that name; empty where there is none. */
    Uni<Optional<Role>> role(String name) {
        return database.withSession(
                        session -> session.createSelectionQuery("from KeyRow where name = :name", KeyRow.class)
                                .setParameter("name", name)
                                .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(found -> found.role));
    }

    Uni<Boolean> hasAdmin() {
        return database.withSession(session -> session.createSelectionQuery(
                                "select count(*) from KeyRow where role = :role", Long.class)
                        .setParameter("role", Role.ADMIN)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** Gives the admin key of that name this secret; makes the key where it is missing. */
    Uni<Void> putAdmin(String name, Secret secret) {
        return database.withTransaction(
                session -> session.createSelectionQuery("from KeyRow where name = :name", KeyRow.class)
                        .setParameter("name", name)
                        .getSingleResultOrNull()
                        .chain(row -> {
                            if (row == null) {
                                return session.persist(KeyRow.of(key(name, Role.ADMIN, name), secret));
                            }
                            row.take(secret);
                            row.role = Role.ADMIN;
                            return Uni.createFrom().voidItem();
                        }));
    }

    private ApiKey key(String name, Role role, String createdBy) {
        UUID id = Generators.timeBasedEpochRandomGenerator().generate();
        return new ApiKey(id, name, role, clock.instant().truncatedTo(ChronoUnit.MILLIS), createdBy);
    }
}
