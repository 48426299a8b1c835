package io.presencemedic.diagnosis.fact;

import io.presencemedic.redaction.SecretMask;
import io.presencemedic.redaction.SecretTokens;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command with its answer, from which a fact was read. Its text form has no answer, which may hold secrets.
 *
 * @param node the node; null where a pasted log does not tell
 * @param command what was sent or typed
 * @param line number of the line on which the command stands; 0 for a live node
 * @param answer the answer's lines with their numbers
 */
public record CommandEvidence(@Nullable String node, String command, int line, List<SourceLine> answer) {
    private static final int LONGEST = 500;

    public CommandEvidence {
        answer = List.copyOf(answer);
    }

    /** The first line in which the words stand, letter case aside; the command itself where there is none. */
    public Evidence evidence(String words) {
        Pattern sought = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE);
        return answer.stream()
                .filter(candidate -> sought.matcher(candidate.text()).find())
                .findFirst()
                .map(found -> new Evidence(node, shown(command), found.number(), shown(found.text())))
                .orElseGet(() -> new Evidence(node, shown(command), line, shown(command)));
    }

    /** The command as evidence, for what an answer does not hold. */
    public Evidence evidence() {
        return new Evidence(node, shown(command), line, shown(command));
    }

    /** A text as it may be shown: without secrets, and not longer than anybody reads. */
    public static String shown(String text) {
        String known = SecretTokens.shown(text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text);
        String masked = SecretMask.mask(known);
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }

    @Override
    public String toString() {
        return "CommandEvidence[node=" + node + ", command=" + shown(command) + ", lines=" + answer.size() + "]";
    }
}
