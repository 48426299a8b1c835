package io.presencemedic.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pasted terminal log says.
 *
 * @param commands every command of the log in its order
 * @param findings what is wrong, as far as these facts tell
 * @param undetermined what the facts do not tell
 */
public record Analysis(List<ReadCommand> commands, List<Finding> findings, List<Undetermined> undetermined) {
    public Analysis {
        commands = List.copyOf(commands);
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
    }

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

    /**
     * A line that is not part of its command's grammar.
     *
     * @param line its number in the log, from 1; behind the answer where that ended too early
     * @param text the line, secrets masked; empty where the answer ended too early
     * @param why what was expected instead
     */
    public record UnreadableLine(int line, String text, String why) {}
}
