package io.presencemedic.http.creation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of requests that create. */
@ConfigMapping(prefix = "medic.http")
interface CreationConfig {
    /**
     * How long a request waits for the answer to an earlier one with the same Idempotency-Key before it is told to try
     * again.
     */
    @WithDefault("PT5S")
    Duration idempotencyWait();
}
