package io.presencemedic.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One command or operation with what was answered, secrets masked.
 *
 * @param node the node, by its name in the inventory
 * @param command the exact text that was sent, or the operation's name
 * @param answer what came back, as far as it came
 * @param startedAt when it was sent
 * @param finishedAt when the answer was complete or given up
 * @param failure code of the failure; null where the answer was understood
 */
public record Transcript(
        String node,
        String command,
        String answer,
        Instant startedAt,
        Instant finishedAt,
        @Nullable String failure) {}
