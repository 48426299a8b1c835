package io.presencemedic.cluster.credential;

import io.presencemedic.database.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Remembers refused passwords in the database, which all replicas share; in this process alone while it is away. */
@ApplicationScoped
class StoredRefusals implements RefusedPasswords {
    private static final Logger LOG = Logger.getLogger(StoredRefusals.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WHERE =
            " where cluster = :cluster and way = :way and address = :address and account = :account";

    private final Mutiny.SessionFactory database;
    private final Clock clock;
    private final RefusalMemory memory;

    StoredRefusals(Mutiny.SessionFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.memory = new RefusalMemory(clock);
    }

    private record Stored(PasswordHash hash, Instant at) {}

    @Override
    public Optional<Instant> refusedAt(Login login) {
        try {
            return Blocking.await(find(login), PATIENCE)
                    .filter(stored -> stored.hash.isOf(login.credential().password()))
                    .map(Stored::at);
        } catch (RuntimeException e) {
            LOG.warn("refused passwords cannot be looked up; only those that this process remembers are known", e);
            return memory.refusedAt(login);
        }
    }

    private Uni<Optional<Stored>> find(Login login) {
        return database.withSession(session -> bind(
                                session.createNativeQuery(
                                        "select salt, hash, refused_at from refused_password" + WHERE, Tuple.class),
                                login)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(StoredRefusals::stored));
    }

    private static Stored stored(Tuple row) {
        Object at = row.get(2);
        Instant moment = at instanceof OffsetDateTime time ? time.toInstant() : (Instant) at;
        return new Stored(new PasswordHash((byte[]) row.get(0), (byte[]) row.get(1)), moment);
    }

    @Override
    public void remember(Login login) {
        memory.remember(login);
        PasswordHash hash = PasswordHash.of(login.credential().password());
        write(database.withTransaction(session -> bind(session.<Object>createNativeQuery("""
                                insert into refused_password (cluster, way, address, account, salt, hash, refused_at)
                                values (:cluster, :way, :address, :account, :salt, :hash, :at)
                                on conflict (cluster, way, address, account)
                                do update set salt = excluded.salt, hash = excluded.hash, refused_at = excluded.refused_at
                                """), login)
                .setParameter("salt", hash.salt())
                .setParameter("hash", hash.hash())
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate()));
    }

    @Override
    public void forget(Login login) {
        memory.forget(login);
        write(database.withTransaction(
                session -> bind(session.<Object>createNativeQuery("delete from refused_password" + WHERE), login)
                        .executeUpdate()));
    }

    /**
     * Forgets what nodes of a cluster refused, so that every password is tried once more.
     *
     * @return how many refusals were forgotten
     */
    Uni<Integer> forget(String cluster) {
        memory.forget(cluster);
        return database.withTransaction(
                session -> session.createNativeQuery("delete from refused_password where cluster = :cluster")
                        .setParameter("cluster", cluster)
                        .executeUpdate());
    }

    private static <Q extends Mutiny.AbstractQuery> Q bind(Q query, Login login) {
        query.setParameter("cluster", login.cluster());
        query.setParameter("way", login.way().name());
        query.setParameter("address", login.address());
        query.setParameter("account", login.credential().username());
        return query;
    }

    private static void write(Uni<Integer> change) {
        try {
            Blocking.await(change, PATIENCE);
        } catch (RuntimeException e) {
            LOG.warn("refused passwords cannot be stored; this process alone remembers the last one", e);
        }
    }
}
