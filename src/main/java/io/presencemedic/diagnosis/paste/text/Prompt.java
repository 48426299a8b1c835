package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.terminal.PlatformPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt at the beginning of a line: {@code admin:} in any letter case and with blanks before its colon, or another
 * account's name in front of a known command. A label may stand before it.
 *
 * @param label what stands in front of the prompt, such as the name that a person gave the node; empty where nothing
 *     does
 * @param typed what was typed behind the prompt
 * @param named whether the prompt bears the platform's own word
 */
public record Prompt(String label, String typed, boolean named) {
    private static final int LONGEST_LABEL = 48;
    private static final int LONGEST_COMMAND_WORDS = 160;
    private static final Pattern ACCOUNT = Pattern.compile(
            "\\s*+(?<label>[\\w.@\\[\\]()-]{1,48}\\s{1,4})?+(?<account>[A-Za-z][\\w.@-]{0,63}+)\\s{0,4}+[:>#$%]\\s{0,8}+");
    private static final Pattern FIRST_WORD = Pattern.compile("(?i)(?:utils|show|set|run|ha)\\s");
    private static final Pattern HOST = Pattern.compile("[A-Za-z][\\w-]*+(?:\\.[\\w-]++)*+");

    /** The prompt with which a line begins; empty where it begins with none. */
    static Optional<Prompt> at(String line) {
        return at(line, PromptNames.NONE);
    }

    /**
     * The prompt with which a line begins.
     *
     * @param names with which the log's prompts begin
     */
    public static Optional<Prompt> at(String line, PromptNames names) {
        int end = PlatformPrompt.end(line, 0);
        int word = end < 0 ? -1 : PlatformPrompt.begin(line, end);
        if (end >= 0 && isLabel(line.substring(0, word))) {
            int behind = end;
            for (int next = PlatformPrompt.end(line, behind); next >= 0; next = PlatformPrompt.end(line, behind)) {
                if (!line.substring(behind, PlatformPrompt.begin(line, next)).isBlank()) {
                    break;
                }
                behind = next;
            }
            return Optional.of(new Prompt(
                    label(line.substring(0, word)), line.substring(behind).strip(), true));
        }
        return account(line, names);
    }

    /** The account's name with which prompts begin where a known command follows; empty for the platform's own word. */
    public static Optional<String> accountIn(String line) {
        Matcher prompt = ACCOUNT.matcher(line);
        return prompt.lookingAt() && account(line, PromptNames.NONE).isPresent()
                ? Optional.of(prompt.group("account"))
                : Optional.empty();
    }

    /** The host that a prompt's name bears, by itself or behind an account; empty where it has not the form of one. */
    static String host(String account) {
        String name = account.substring(account.lastIndexOf('@') + 1);
        return isHost(name) ? name : "";
    }

    /** Whether a line begins with the platform's own prompt, and nothing stands in front of it. */
    static boolean opens(String line) {
        int end = PlatformPrompt.end(line, 0);
        return end >= 0 && line.substring(0, PlatformPrompt.begin(line, end)).isBlank();
    }

    private static Optional<Prompt> account(String line, PromptNames names) {
        Matcher prompt = ACCOUNT.matcher(line);
        if (!prompt.lookingAt()) {
            return Optional.empty();
        }
        String behind = line.substring(prompt.end());
        boolean known = names.accounts().contains(prompt.group("account"))
                || FIRST_WORD.matcher(behind).lookingAt()
                        && KnownCommand.recognise(behind).isPresent();
        if (!known) {
            return Optional.empty();
        }
        String label = prompt.group("label");
        String host = label == null && names.tellNodes() ? host(prompt.group("account")) : "";
        return Optional.of(new Prompt(label == null ? host : label(label), behind.strip(), false));
    }

    /** One short word or something in brackets, as people and programs put it in front of a prompt. */
    private static boolean isLabel(String before) {
        String text = before.strip();
        return text.length() <= LONGEST_LABEL && text.indexOf(' ') < 0 && !endsInQuote(before);
    }

    private static boolean endsInQuote(String before) {
        return !before.isEmpty() && "('\"`".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static String label(String before) {
        int from = 0;
        int to = before.length();
        while (from < to && !Character.isLetterOrDigit(before.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(before.charAt(to - 1))) {
            to--;
        }
        return before.substring(from, to);
    }

    /** The label where it has the form of a host's name, with a digit, dash or dot as names of nodes have. */
    public Optional<String> node() {
        return isHost(label) ? Optional.of(label) : Optional.empty();
    }

    private static boolean isHost(String name) {
        return HOST.matcher(name).matches() && name.chars().anyMatch(c -> c == '-' || c == '.' || Character.isDigit(c));
    }

    /** Cuts a line in front of each prompt that a damaged copy left in the middle or at the end of it. */
    public static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = PlatformPrompt.end(line, 1); end >= 0; end = PlatformPrompt.end(line, end)) {
            int word = PlatformPrompt.begin(line, end);
            boolean first = from == 0 && word <= 4 * LONGEST_LABEL && isLabel(line.substring(0, word));
            if (word > from && !first && isPrompt(line, word, end)) {
                if (!line.substring(from, word).isBlank()) {
                    parts.add(line.substring(from, word));
                }
                from = word;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }

    private static boolean isPrompt(String line, int word, int end) {
        String behind = line.substring(end, Math.min(line.length(), end + LONGEST_COMMAND_WORDS));
        return !PlatformPrompt.isPlainAt(line, end)
                && !endsInQuote(line.substring(Math.max(0, word - 1), word))
                && (behind.isBlank()
                        || SessionMark.begins(behind)
                        || KnownCommand.recognise(behind).isPresent());
    }
}
