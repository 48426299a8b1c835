package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command of a pasted log.
 *
 * @param text what was typed
 * @param line where it stands in the log, from 1
 * @param known the command, where its answer can be read; null otherwise
 * @param answer the lines up to the next prompt
 * @param session number of the terminal session within the log, from 1: a new one begins at each login text
 */
record PastedCommand(String text, int line, @Nullable KnownCommand known, List<SourceLine> answer, int session) {
    PastedCommand {
        answer = List.copyOf(answer);
    }
}
