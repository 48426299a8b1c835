package io.presencemedic.http.creation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.exception.LockTimeoutException;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the answers to requests that create. The key, what is created and the answer are one transaction: a request
 * with the same key waits for it and then finds the answer, or finds nothing and creates.
 */
@ApplicationScoped
public class Idempotency {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Mutiny.SessionFactory database;
    private final ObjectMapper json;
    private final ObjectMapper canonical;
    private final Clock clock;
    private final Instance<CallerIds> ids;
    private final CreationConfig config;

    Idempotency(
            Mutiny.SessionFactory database,
            ObjectMapper json,
            Clock clock,
            Instance<CallerIds> ids,
            CreationConfig config) {
        this.ids = ids;
        this.config = config;
        this.database = database;
        this.json = json;
        this.canonical = json.copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .registerModule(SetsInOrder.whenWriting());
        this.clock = clock;
    }

    /**
     * What makes two requests the same: method, path and the meaning of the body, whatever its spaces and the order of
     * its members and sets.
     */
    public String fingerprint(String method, String path, Object body) {
        try {
            String meaning = canonical.writeValueAsString(canonical.convertValue(body, Object.class));
            byte[] text = (method + " " + path + "\n" + meaning).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answer that was given before to the same request, before anything is asked that may have changed since.
     *
     * @param otherwise checks and creates, by {@link #once}
     * @throws ProblemException (in the Uni) 422 where the key was used for another request
     */
    public Uni<StoredAnswer> knownOr(
            String caller, Optional<IdempotencyKey> key, String fingerprint, Supplier<Uni<StoredAnswer>> otherwise) {
        return known(caller, key, fingerprint)
                .chain(known -> known.isPresent() ? Uni.createFrom().item(known.get()) : otherwise.get());
    }

    /**
     * The answer that was given before to the same request; empty where there is none, or no key.
     *
     * @throws ProblemException (in the Uni) 422 where the key was used for another request
     */
    public Uni<Optional<StoredAnswer>> known(String caller, Optional<IdempotencyKey> key, String fingerprint) {
        return key.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : database.withSession(session -> stored(session, id(caller), key.get(), fingerprint));
    }

    /**
     * Creates once for each key of a caller; without a key, at each call.
     *
     * @param create uses the given session and no other connection; where it fails, nothing is kept
     * @throws ProblemException (in the Uni) 422 where the key was used for another request, 409 where that request is
     *     still being answered
     */
    public Uni<StoredAnswer> once(
            String caller,
            Optional<IdempotencyKey> key,
            String fingerprint,
            Function<Mutiny.Session, Uni<Created>> create) {
        return database.withTransaction(session -> key.isEmpty()
                        ? create.apply(session).map(this::told)
                        : claimOrReplay(session, id(caller), key.get(), fingerprint, create))
                .onFailure(LockTimeoutException.class)
                .transform(waited -> inProgress());
    }

    /** Answers are kept for whoever bears the name now, not for the next one who gets it. */
    private String id(String caller) {
        return ids.isResolvable() ? ids.get().idOf(caller) : caller;
    }

    private Uni<StoredAnswer> claimOrReplay(
            Mutiny.Session session,
            String caller,
            IdempotencyKey key,
            String fingerprint,
            Function<Mutiny.Session, Uni<Created>> create) {
        return claim(session, caller, key, fingerprint)
                .chain(isMine -> isMine
                        ? create.apply(session).map(this::told).call(answer -> save(session, caller, key, answer))
                        : stored(session, caller, key, fingerprint).map(Optional::orElseThrow));
    }

    /** Waits, for a bounded time, while another transaction holds the key. */
    private Uni<Boolean> claim(Mutiny.Session session, String caller, IdempotencyKey key, String fingerprint) {
        return session.createNativeQuery("SET LOCAL lock_timeout = "
                        + Math.max(1, config.idempotencyWait().toMillis()))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("INSERT INTO idempotency (caller, key, fingerprint, created_at)"
                                + " VALUES (:caller, :key, :fingerprint, :now) ON CONFLICT DO NOTHING")
                        .setParameter("caller", caller)
                        .setParameter("key", key.value())
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("now", OffsetDateTime.now(clock))
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> save(Mutiny.Session session, String caller, IdempotencyKey key, StoredAnswer answer) {
        return session.flush().chain(() -> session.createNativeQuery(
                        "UPDATE idempotency SET status = :status, location = :location, etag = :etag, body = :body"
                                + " WHERE caller = :caller AND key = :key")
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.json())
                .setParameter("caller", caller)
                .setParameter("key", key.value())
                .executeUpdate());
    }

    private static Uni<Optional<StoredAnswer>> stored(
            Mutiny.Session session, String caller, IdempotencyKey key, String fingerprint) {
        return session.createNativeQuery(
                        "SELECT fingerprint, status, location, etag, body FROM idempotency"
                                + " WHERE caller = :caller AND key = :key",
                        Tuple.class)
                .setParameter("caller", caller)
                .setParameter("key", key.value())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> answer(found, fingerprint)));
    }

    private static StoredAnswer answer(Tuple row, String fingerprint) {
        if (!fingerprint.equals(row.get(0, String.class))) {
            throw Problem.of(
                            422,
                            "IDEMPOTENCY_KEY_REUSED",
                            "This Idempotency-Key was used for another request. Send a new key with a new request.")
                    .exception();
        }
        return new StoredAnswer(
                row.get(1, Integer.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                true);
    }

    /** What a caller is told who sent no key. */
    public StoredAnswer told(Created created) {
        try {
            return new StoredAnswer(
                    created.status(),
                    created.location(),
                    created.etag(),
                    json.writeValueAsString(created.body()),
                    false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException inProgress() {
        return Problem.of(
                        409,
                        "IDEMPOTENCY_IN_PROGRESS",
                        "A request with this Idempotency-Key is still being answered. Try again.")
                .retryAfter(RETRY_AFTER)
                .exception();
    }
}
