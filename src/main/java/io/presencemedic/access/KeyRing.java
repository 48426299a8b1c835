package io.presencemedic.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All keys in memory: a request with a wrong key costs no work in the database, however many there are. Read again when
 * the database signals a change, and every few seconds because a signal can get lost.
 */
@ApplicationScoped
class KeyRing {
    private final ApiKeys keys;
    private final Clock clock;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<String, HeldKey> byHash;

    KeyRing(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Why a key or token opens nothing. */
    enum Refusal {
        UNKNOWN,
        /** A token that the identity provider's keys do not prove, or that has ended. */
        BAD_TOKEN,
        MISTYPED,
        EXPIRED,
        WRONG_NETWORK
    }

    /**
     * What came of a shown key.
     *
     * @param key the key; null where it was refused
     * @param refusal why; null where it was not
     */
    record Answer(@Nullable HeldKey key, @Nullable Refusal refusal) {
        static Answer refused(Refusal refusal) {
            return new Answer(null, refusal);
        }
    }

    /**
     * Looks for the key that this secret opens.
     *
     * @param address where the request comes from; null where nobody knows
     */
    Uni<Answer> find(Secret secret, @Nullable String address) {
        if (secret.isMistyped()) {
            return Uni.createFrom().item(Answer.refused(Refusal.MISTYPED));
        }
        Map<String, HeldKey> known = byHash;
        return known == null
                ? refresh().map(fresh -> answer(fresh, secret, address))
                : Uni.createFrom().item(() -> answer(known, secret, address));
    }

    /** The key of that id; empty where it is gone or has ended. */
    Uni<Optional<HeldKey>> get(UUID id) {
        Map<String, HeldKey> known = byHash;
        return (known == null ? refresh() : Uni.createFrom().item(known)).map(all -> all.values().stream()
                .filter(held -> held.key().id().equals(id) && !held.key().isExpired(clock.instant()))
                .findFirst());
    }

    private Answer answer(Map<String, HeldKey> known, Secret secret, @Nullable String address) {
        String hash = secret.hash();
        HeldKey held = known.get(hash);
        if (held == null) {
            return Answer.refused(Refusal.UNKNOWN);
        }
        if (!held.opens(hash, clock.instant())) {
            return Answer.refused(Refusal.EXPIRED);
        }
        return held.key().mayComeFrom(address) ? new Answer(held, null) : Answer.refused(Refusal.WRONG_NETWORK);
    }

    /** Reads all keys again. */
    Uni<Map<String, HeldKey>> refresh() {
        return keys.all().map(KeyRing::byHash).invoke(fresh -> {
            byHash = fresh;
            Set<String> valid = valid(fresh);
            listeners.forEach(listener -> listener.accept(valid));
        });
    }

    /** Calls the listener with the ids of all keys that open something, each time the keys were read. */
    void listen(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    /** How many keys end before that time. */
    long expiringBefore(Instant end) {
        Map<String, HeldKey> known = byHash;
        return known == null
                ? 0
                : known.values().stream()
                        .distinct()
                        .filter(held -> held.key().isExpired(end) && !held.key().isExpired(clock.instant()))
                        .count();
    }

    private Set<String> valid(Map<String, HeldKey> known) {
        Instant now = clock.instant();
        return known.values().stream()
                .map(HeldKey::key)
                .filter(key -> !key.isExpired(now))
                .map(key -> key.id().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, HeldKey> byHash(List<HeldKey> all) {
        Map<String, HeldKey> map = new HashMap<>();
        for (HeldKey held : all) {
            map.put(held.hash(), held);
            if (held.previousHash() != null) {
                map.put(held.previousHash(), held);
            }
        }
        return Map.copyOf(map);
    }
}
