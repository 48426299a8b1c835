package io.presencemedic.console.session;

import io.presencemedic.access.TokenHolder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's login to the pages.
 *
 * @param key id of the API key that opened it; null where the person signed in at the identity provider
 * @param holder who signed in there; null where a key opened it
 * @param csrf the token that each form of this session carries
 * @param createdAt when it was opened
 * @param lastUsedAt when it was last used, to the minute
 */
record ConsoleSession(
        @Nullable UUID key, @Nullable TokenHolder holder, String csrf, Instant createdAt, Instant lastUsedAt) {}
