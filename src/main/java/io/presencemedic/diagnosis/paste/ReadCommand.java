package io.presencemedic.diagnosis.paste;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command of the log.
 *
 * @param command what was typed, secrets masked
 * @param line where it stands in the log, from 1
 * @param recognised whether it is a command whose answer can be read
 * @param facts what the answer means; null where it means nothing that rules use, or was not understood
 * @param unreadable the first line that was not understood; null where all were
 * @param session number of the terminal session within the log, from 1: one per node or login
 * @param node the node that answered; null where the log does not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadCommand(
        String command,
        int line,
        boolean recognised,
        @Nullable Map<String, Object> facts,
        @Nullable UnreadableLine unreadable,
        int session,
        @Nullable String node) {}
