package io.presencemedic.console.session;

import io.presencemedic.access.TokenHolder;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The sessions of the pages, in PostgreSQL, so that every replica knows them and a logout holds everywhere. What the
 * browser carries is 256 random bits, of which only a digest is kept.
 */
@ApplicationScoped
public class ConsoleSessions {
    private static final int BYTES = 32;
    private static final Duration WRITE_USE_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Mutiny.SessionFactory database;
    private final AuditLog audit;
    private final ConsoleConfig config;
    private final Clock clock;

    ConsoleSessions(Mutiny.SessionFactory database, AuditLog audit, ConsoleConfig config, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Opens a session for the holder of a key, and forgets those that are over; gives what the browser is to carry. */
    public Uni<String> open(UUID key) {
        Instant now = clock.instant();
        return open(new ConsoleSession(key, null, random(), now, now), now);
    }

    /** The same for somebody whom the identity provider let in. */
    public Uni<String> open(TokenHolder holder) {
        Instant now = clock.instant();
        return open(new ConsoleSession(null, holder, random(), now, now), now);
    }

    private Uni<String> open(ConsoleSession opened, Instant now) {
        String token = random();
        return database.withTransaction(session -> session.createNativeQuery(
                                "DELETE FROM console_session WHERE created_at < :absolute OR last_used_at < :idle")
                        .setParameter("absolute", now.minus(config.absolute()).atOffset(java.time.ZoneOffset.UTC))
                        .setParameter("idle", now.minus(config.idle()).atOffset(java.time.ZoneOffset.UTC))
                        .executeUpdate()
                        .chain(() -> session.persist(ConsoleSessionRow.of(digest(token), opened)))
                        .chain(() -> audit.record(session, AuditEntry.of("session.open"))))
                .replaceWith(token);
    }

    /** The session that this token opens, unless it is over; using it keeps it alive. */
    Uni<Optional<ConsoleSession>> find(String token) {
        Instant now = clock.instant();
        return database.withSession(session -> session.find(ConsoleSessionRow.class, digest(token)))
                .map(row ->
                        Optional.ofNullable(row).map(ConsoleSessionRow::session).filter(found -> isLive(found, now)))
                .call(found -> found.filter(session ->
                                session.lastUsedAt().plus(WRITE_USE_EVERY).isBefore(now))
                        .map(session -> use(token, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private boolean isLive(ConsoleSession session, Instant now) {
        return now.isBefore(session.lastUsedAt().plus(config.idle()))
                && now.isBefore(session.createdAt().plus(config.absolute()));
    }

    private Uni<Void> use(String token, Instant now) {
        return database.withTransaction(session -> session.createMutationQuery(
                                "update ConsoleSessionRow set lastUsedAt = :now where id = :id")
                        .setParameter("now", now)
                        .setParameter("id", digest(token))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Ends a session; nothing happens where there is none. */
    public Uni<Void> close(String token) {
        return database.withTransaction(
                        session -> session.createMutationQuery("delete from ConsoleSessionRow where id = :id")
                                .setParameter("id", digest(token))
                                .executeUpdate()
                                .call(ended -> ended == 0
                                        ? Uni.createFrom().voidItem()
                                        : audit.record(session, AuditEntry.of("session.close"))))
                .replaceWithVoid();
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
