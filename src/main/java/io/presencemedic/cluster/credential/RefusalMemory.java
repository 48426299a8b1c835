package io.presencemedic.cluster.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers refused passwords for as long as this process runs. */
public final class RefusalMemory implements RefusedPasswords {
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<Place, Refusal> refusals = new ConcurrentHashMap<>();

    /** An empty memory. */
    public RefusalMemory(Clock clock) {
        this.clock = clock;
    }

    private record Place(String cluster, Way way, String address, String account) {
        static Place of(Login login) {
            return new Place(
                    login.cluster(),
                    login.way(),
                    login.address(),
                    login.credential().username());
        }
    }

    private record Refusal(PasswordHash hash, Instant at) {}

    @Override
    public Optional<Instant> refusedAt(Login login) {
        return Optional.ofNullable(refusals.get(Place.of(login)))
                .filter(refusal -> refusal.hash.isOf(login.credential().password()))
                .map(Refusal::at);
    }

    @Override
    public void remember(Login login) {
        remember(login, PasswordHash.of(login.credential().password()));
    }

    void remember(Login login, PasswordHash refused) {
        if (refusals.size() >= MOST) {
            refusals.clear();
        }
        refusals.put(Place.of(login), new Refusal(refused, clock.instant()));
    }

    @Override
    public void forget(Login login) {
        refusals.remove(Place.of(login));
    }

    /** Forgets what nodes of a cluster refused. */
    void forget(String cluster) {
        refusals.keySet().removeIf(place -> place.cluster.equals(cluster));
    }
}
