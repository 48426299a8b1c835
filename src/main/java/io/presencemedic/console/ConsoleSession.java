package io.presencemedic.console;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's login to the pages.
 *
 * @param key id of the API key that opened it
 * @param csrf the token that each form of this session carries
 * @param createdAt when it was opened
 * @param lastUsedAt when it was last used, to the minute
 */
record ConsoleSession(UUID key, String csrf, Instant createdAt, Instant lastUsedAt) {}
