package io.presencemedic.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as those know it who check it.
 *
 * @param key what everybody may see
 * @param makers the persons who made it, and the keys with which it was made, up to the first one
 * @param hash of its secret
 * @param previousHash of the secret that it replaced; null where there is none
 */
record HeldKey(ApiKey key, Set<String> makers, String hash, @Nullable String previousHash) {
    HeldKey {
        makers = Set.copyOf(makers);
    }

    /** Whether the secret with this hash opens at that time. */
    boolean opens(String shown, Instant now) {
        return !key.isExpired(now)
                && (shown.equals(hash) || (key.rotatedUntil() != null && now.isBefore(key.rotatedUntil())));
    }
}
