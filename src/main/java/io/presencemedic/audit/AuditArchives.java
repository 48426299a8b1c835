package io.presencemedic.audit;

import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The store of archives. Whoever has exported a range says so by the hash of its last entry, which he can only know
 * from the export; the range is looked at once more, signed, and removed, and the chain goes on from that hash.
 */
@ApplicationScoped
public class AuditArchives {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Mutiny.SessionFactory database;
    private final AuditChain chain;
    private final AuditLog log;
    private final ArchiveSeal seal;
    private final AuditConfig config;
    private final Clock clock;

    AuditArchives(
            Mutiny.SessionFactory database,
            AuditChain chain,
            AuditLog log,
            ArchiveSeal seal,
            AuditConfig config,
            Clock clock) {
        this.database = database;
        this.chain = chain;
        this.log = log;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    /** The archives, newest first. */
    public Uni<List<Archive>> list(int limit) {
        return database.withSession(session -> session.createNativeQuery(
                                "SELECT up_to, hash, signature, at, coalesce(lag(up_to) OVER (ORDER BY up_to), 0) + 1"
                                        + " FROM audit_archive ORDER BY up_to DESC LIMIT " + limit,
                                Tuple.class)
                        .getResultList())
                .map(rows -> rows.stream().map(this::archive).toList());
    }

    private Archive archive(Tuple row) {
        long upTo = row.get(0, Long.class);
        long from = row.get(4, Long.class);
        String hash = row.get(1, String.class);
        String signature = row.get(2, String.class);
        Object time = row.get(3);
        Instant at = time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
        return new Archive(
                from,
                upTo,
                hash,
                at,
                signature,
                seal.publicKey(),
                seal.isOurs(Archive.statement(from, upTo, hash, at), signature));
    }

    /**
     * Signs and removes everything up to an entry.
     *
     * @param upTo number of the last entry of the export
     * @param hash that entry's hash, from the export
     * @throws ProblemException (in the Uni) 409 where the entries are not as they were recorded, not what was exported,
     *     or too young
     */
    public Uni<Archive> make(long upTo, String hash) {
        return chain.verify(Map.of(upTo, hash), 0)
                .invoke(found -> require(found, upTo))
                .chain(found -> database.withTransaction(session -> age(session, upTo)
                        .invoke(this::requireAge)
                        .chain(() -> sealed(session, found.from(), upTo, hash))));
    }

    private Uni<Archive> sealed(Mutiny.Session session, long from, long upTo, String hash) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String statement = Archive.statement(from, upTo, hash, at);
        Archive archive = new Archive(from, upTo, hash, at, seal.sign(statement), seal.publicKey(), true);
        return session.createNativeQuery(
                        "SELECT audit_archive_range(:upTo, :hash, :statement, :signature, :at)", Long.class)
                .setParameter("upTo", upTo)
                .setParameter("hash", hash)
                .setParameter("statement", statement)
                .setParameter("signature", archive.signature())
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .getSingleResultOrNull()
                .invoke(AuditArchives::requireDone)
                .chain(() -> log.record(
                        session,
                        AuditEntry.of("audit.archive")
                                .target("/api/v1/audit/archives")
                                .after(log.json(archive))))
                .replaceWith(archive);
    }

    private static void require(Verification found, long upTo) {
        if (!found.intact()) {
            throw problem(
                            "AUDIT_NOT_AS_EXPORTED",
                            "The entries are not those that were exported, or not as they were"
                                    + " recorded; nothing was removed. Look at GET /api/v1/audit/verification.")
                    .exception();
        }
        if (upTo < found.from() || found.to() < upTo) {
            throw problem(
                            "AUDIT_RANGE",
                            "Entries from " + found.from() + " to " + found.to()
                                    + " can be archived now; nothing was removed.")
                    .exception();
        }
    }

    private static void requireDone(@Nullable Long removed) {
        if (removed == null) {
            throw problem(
                            "AUDIT_KEPT_BY_DATABASE",
                            "The database's owner keeps these entries longer (audit_archive_rule); nothing was"
                                    + " removed.")
                    .exception();
        }
    }

    private void requireAge(Instant recorded) {
        Instant end = recorded.plus(config.retention());
        if (clock.instant().isBefore(end)) {
            throw problem(
                            "AUDIT_TOO_YOUNG",
                            "Entries are kept for " + config.retention() + " (medic.audit.retention); this one until "
                                    + end + ".")
                    .exception();
        }
    }

    private static Problem problem(String code, String detail) {
        return Problem.of(409, code, detail).retryAfter(AN_HOUR);
    }

    private static Uni<Instant> age(Mutiny.Session session, long seq) {
        return session.createSelectionQuery("select at from AuditRow where seq = :seq", Instant.class)
                .setParameter("seq", seq)
                .getSingleResult();
    }
}
