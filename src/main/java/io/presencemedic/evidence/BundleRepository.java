package io.presencemedic.evidence;

import io.presencemedic.audit.Actor;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.evidence.folder.ArchiveInfo;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What the database knows of bundles: which jobs collect one, and which archives there are. */
@ApplicationScoped
class BundleRepository {
    /** Greater than every id, as PostgreSQL compares them. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Mutiny.SessionFactory sessions;
    private final AuditLog audit;

    BundleRepository(Mutiny.SessionFactory sessions, AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Remembers an archive. */
    Uni<Void> packed(UUID bundle, ArchiveInfo archive) {
        return sessions.withTransaction(session -> session.createNativeQuery("""
                        INSERT INTO bundle (id, size, sha256, files, not_available, packed_at, expires_at)
                        VALUES (:id, :size, :sha256, :files, :notAvailable, :packedAt, :expiresAt)
                        ON CONFLICT (id) DO UPDATE SET size = excluded.size, sha256 = excluded.sha256,
                        files = excluded.files, not_available = excluded.not_available,
                        packed_at = excluded.packed_at, expires_at = excluded.expires_at""")
                        .setParameter("id", bundle)
                        .setParameter("size", archive.size())
                        .setParameter("sha256", archive.sha256())
                        .setParameter("files", archive.files())
                        .setParameter("notAvailable", archive.notAvailable())
                        .setParameter("packedAt", utc(archive.packedAt()))
                        .setParameter("expiresAt", utc(archive.expiresAt()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The archive of a bundle that was not removed. */
    Uni<Optional<ArchiveInfo>> packed(UUID bundle) {
        return packed(List.of(bundle)).map(found -> Optional.ofNullable(found.get(bundle)));
    }

    /** The archives of those bundles that have one and were not removed. */
    Uni<Map<UUID, ArchiveInfo>> packed(List<UUID> bundles) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        SELECT size, sha256, files, not_available, packed_at, expires_at, id FROM bundle
                        WHERE id IN (:ids) AND size IS NOT NULL AND removed_at IS NULL""", Tuple.class)
                .setParameter("ids", bundles)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.get(6, UUID.class), BundleRepository::archive))));
    }

    private static ArchiveInfo archive(Tuple row) {
        return new ArchiveInfo(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                instant(row.get(4)),
                instant(row.get(5)));
    }

    /** Whether there is a bundle of that id that was not removed. */
    Uni<Boolean> exists(UUID bundle) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        SELECT j.id FROM job j LEFT JOIN bundle b ON b.id = j.id
                        WHERE j.id = :id AND j.runbook IN (:runbooks) AND j.mode = 'EXECUTE'
                        AND b.removed_at IS NULL""", UUID.class)
                .setParameter("id", bundle)
                .setParameter("runbooks", BundleKind.runbooks())
                .getSingleResultOrNull()
                .map(found -> found != null));
    }

    /**
     * The bundles of a cluster that were not removed, newest first.
     *
     * @param runbooks the runbooks that collect those that are wanted
     * @param before only bundles older than this one; null for the newest
     */
    Uni<List<UUID>> list(String cluster, List<String> runbooks, @Nullable UUID before, int limit) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        SELECT j.id FROM job j LEFT JOIN bundle b ON b.id = j.id
                        WHERE j.cluster = :cluster AND j.id < :before AND j.runbook IN (:runbooks)
                        AND j.mode = 'EXECUTE' AND b.removed_at IS NULL
                        ORDER BY j.id DESC LIMIT :limit""", UUID.class)
                .setParameter("cluster", cluster)
                .setParameter("before", before == null ? AFTER_ALL : before)
                .setParameter("limit", limit)
                .setParameter("runbooks", runbooks)
                .getResultList());
    }

    /** Remembers that a bundle is gone. */
    Uni<Void> removed(UUID bundle, Instant at) {
        return sessions.withTransaction(session -> remove(session, bundle, at)).replaceWithVoid();
    }

    /** Remembers that a bundle is gone at somebody's wish, and records that once. */
    Uni<Void> removed(UUID bundle, Instant at, Actor by, AuditEntry entry) {
        return sessions.withTransaction(session -> remove(session, bundle, at)
                .chain(rows -> rows == 0 ? Uni.createFrom().voidItem() : audit.record(session, by, entry)));
    }

    private static Uni<Integer> remove(Mutiny.Session session, UUID bundle, Instant at) {
        return session.createNativeQuery("""
                        INSERT INTO bundle (id, removed_at) VALUES (:id, :at)
                        ON CONFLICT (id) DO UPDATE SET removed_at = excluded.removed_at
                        WHERE bundle.removed_at IS NULL""")
                .setParameter("id", bundle)
                .setParameter("at", utc(at))
                .executeUpdate();
    }

    /**
     * Bundles that are kept no longer, the first 500.
     *
     * @param now archives that expire before this
     * @param finished bundles that ended before this without an archive
     */
    Uni<List<UUID>> expired(Instant now, Instant finished) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        SELECT j.id FROM job j LEFT JOIN bundle b ON b.id = j.id
                        WHERE j.runbook IN (:runbooks) AND j.finished_at IS NOT NULL AND b.removed_at IS NULL
                        AND (b.expires_at < :now OR (b.expires_at IS NULL AND j.finished_at < :finished))
                        ORDER BY j.finished_at LIMIT 500""", UUID.class)
                .setParameter("now", utc(now))
                .setParameter("finished", utc(finished))
                .setParameter("runbooks", BundleKind.runbooks())
                .getResultList());
    }

    /** The last job that could change the cluster and was begun since then. */
    Uni<Optional<UUID>> lastRemediation(String cluster, Instant since) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        SELECT id FROM job WHERE cluster = :cluster AND mutating AND created_at >= :since
                        ORDER BY id DESC LIMIT 1""", UUID.class)
                .setParameter("cluster", cluster)
                .setParameter("since", utc(since))
                .getResultList()
                .map(ids -> ids.stream().findFirst()));
    }

    /** Jobs that could change a cluster and ended without success since then. */
    Uni<List<UUID>> failedRemediations(Instant since) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        SELECT id FROM job WHERE mutating AND finished_at >= :since
                        AND state IN ('FAILED', 'NEEDS_ATTENTION') ORDER BY id""", UUID.class)
                .setParameter("since", utc(since))
                .getResultList());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
