package io.presencemedic.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** When keys were used; written down once a minute, not at each use. */
@ApplicationScoped
class KeyUse {
    private final Clock clock;
    private final Map<UUID, Instant> used = new ConcurrentHashMap<>();

    KeyUse(Clock clock) {
        this.clock = clock;
    }

    void note(UUID key) {
        used.put(key, clock.instant());
    }

    /** What was noted since the last time. */
    Map<UUID, Instant> take() {
        Map<UUID, Instant> taken = new HashMap<>(used);
        taken.forEach(used::remove);
        return taken;
    }
}
