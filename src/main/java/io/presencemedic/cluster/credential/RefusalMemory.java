package io.presencemedic.cluster.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Remembers refused passwords for as long as this process runs. */
public final class RefusalMemory implements RefusedPasswords {
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key = newKey();
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

    private record Refusal(byte[] mark, Instant at) {}

    @Override
    public Optional<Instant> refusedAt(Login login) {
        return Optional.ofNullable(refusals.get(Place.of(login)))
                .filter(refusal -> MessageDigest.isEqual(refusal.mark, mark(login)))
                .map(Refusal::at);
    }

    @Override
    public void remember(Login login) {
        if (refusals.size() >= MOST) {
            refusals.clear();
        }
        refusals.put(Place.of(login), new Refusal(mark(login), clock.instant()));
    }

    private static SecretKeySpec newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, ALGORITHM);
    }

    /** Need not be slow to make: who can read this process's memory finds the credentials themselves there. */
    private byte[] mark(Login login) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(login.credential().password().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has this algorithm.", e);
        }
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
