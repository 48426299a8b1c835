package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the platform's prompt, which reads {@code admin:} whatever the account is called. */
final class Prompt {
    static final String WORD = "admin:";
    private static final int LONGEST_COMMAND_WORDS = 120;

    private Prompt() {}

    /** What was typed behind the prompt with which the line begins; empty where it begins with none. */
    static Optional<String> typed(String line) {
        int at = afterBlanks(line, 0);
        if (!line.startsWith(WORD, at)) {
            return Optional.empty();
        }
        while (line.startsWith(WORD, at)) {
            at = afterBlanks(line, at + WORD.length());
        }
        return Optional.of(line.substring(at).stripTrailing());
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Cuts a line in front of each prompt that a damaged copy left in the middle or at the end of it. */
    static List<String> split(String line) {
        int prompt = line.indexOf(WORD, 1);
        if (prompt < 0) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (; prompt > 0; prompt = line.indexOf(WORD, prompt + 1)) {
            if (isPrompt(line, prompt) && !line.substring(from, prompt).isBlank()) {
                parts.add(line.substring(from, prompt));
                from = prompt;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }

    private static boolean isPrompt(String line, int prompt) {
        char before = line.charAt(prompt - 1);
        int from = prompt + WORD.length();
        String behind = line.substring(from, Math.min(line.length(), from + LONGEST_COMMAND_WORDS));
        boolean quoted = before == '(' || before == '\'' || before == '"' || before == '`';
        return !quoted
                && !behind.startsWith(WORD)
                && (behind.isBlank() || KnownCommand.recognise(behind).isPresent());
    }
}
