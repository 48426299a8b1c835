package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
record Prompt(String label, String typed, boolean named) {
    private static final String WORD = "admin";
    private static final int LONGEST_LABEL = 48;
    private static final int MOST_DIGITS = 6;
    private static final int LONGEST_COMMAND_WORDS = 160;
    private static final Pattern ACCOUNT = Pattern.compile(
            "\\s*+(?<label>[\\w.@\\[\\]()-]{1,48}\\s{1,4})?+(?<account>[A-Za-z][\\w.@-]{0,63}+)\\s{0,4}+[:>#$%]\\s{0,8}+");
    private static final Pattern FIRST_WORD = Pattern.compile("(?i)(?:utils|show|set|run|ha)\\s");
    private static final Pattern HOST = Pattern.compile("[A-Za-z][\\w-]*+(?:\\.[\\w-]++)*+");

    /** The prompt with which a line begins; empty where it begins with none. */
    static Optional<Prompt> at(String line) {
        return at(line, Set.of());
    }

    /**
     * The prompt with which a line begins.
     *
     * @param accounts names that were found in front of known commands: behind them any command counts, or none
     */
    static Optional<Prompt> at(String line, Set<String> accounts) {
        int end = end(line, 0);
        int word = end < 0 ? -1 : wordBefore(line, end);
        if (end >= 0 && isLabel(line.substring(0, word))) {
            int behind = end;
            for (int next = end(line, behind); next >= 0; next = end(line, behind)) {
                if (!line.substring(behind, wordBefore(line, next)).isBlank()) {
                    break;
                }
                behind = next;
            }
            return Optional.of(new Prompt(
                    label(line.substring(0, word)), line.substring(behind).strip(), true));
        }
        return account(line, accounts);
    }

    /** The account's name with which prompts begin where a known command follows; empty for the platform's own word. */
    static Optional<String> accountIn(String line) {
        Matcher prompt = ACCOUNT.matcher(line);
        return prompt.lookingAt() && account(line, Set.of()).isPresent()
                ? Optional.of(prompt.group("account"))
                : Optional.empty();
    }

    /** Whether a line begins with the platform's own prompt, and nothing stands in front of it. */
    static boolean opens(String line) {
        int end = end(line, 0);
        return end >= 0 && line.substring(0, wordBefore(line, end)).isBlank();
    }

    private static Optional<Prompt> account(String line, Set<String> accounts) {
        Matcher prompt = ACCOUNT.matcher(line);
        if (!prompt.lookingAt()) {
            return Optional.empty();
        }
        String behind = line.substring(prompt.end());
        boolean known = accounts.contains(prompt.group("account"))
                || FIRST_WORD.matcher(behind).lookingAt()
                        && KnownCommand.recognise(behind).isPresent();
        String label = prompt.group("label");
        return known
                ? Optional.of(new Prompt(label == null ? "" : label(label), behind.strip(), false))
                : Optional.empty();
    }

    /** The end of the first prompt word from a place on; -1 where there is none. */
    private static int end(String line, int from) {
        for (int colon = line.indexOf(':', from); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            if (wordBefore(line, colon + 1) >= from) {
                return colon + 1;
            }
        }
        return -1;
    }

    /** Where the prompt's word begins that ends here; -1 where none does. */
    private static int wordBefore(String line, int end) {
        int last = end - 1;
        int blanks = 0;
        while (last > 0 && line.charAt(last - 1) == ' ' && blanks < 4) {
            last--;
            blanks++;
        }
        last = withoutCounter(line, last);
        int begin = last - WORD.length();
        boolean word = begin >= 0 && line.regionMatches(true, begin, WORD, 0, WORD.length());
        return word && (begin == 0 || !isWord(line.charAt(begin - 1))) ? begin : -1;
    }

    /** Where the count of commands begins that the platform may print between the word and the colon. */
    private static int withoutCounter(String line, int end) {
        boolean closed = end > 0 && ")]>".indexOf(line.charAt(end - 1)) >= 0;
        int at = closed ? end - 1 : end;
        int digits = at;
        while (at > 0 && digits - at < MOST_DIGITS && Character.isDigit(line.charAt(at - 1))) {
            at--;
        }
        boolean counted = closed && at < digits && at > 0 && "([<".indexOf(line.charAt(at - 1)) >= 0;
        return counted ? at - 1 : end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
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
    Optional<String> node() {
        boolean host = HOST.matcher(label).matches()
                && label.chars().anyMatch(c -> c == '-' || c == '.' || Character.isDigit(c));
        return host ? Optional.of(label) : Optional.empty();
    }

    /** Cuts a line in front of each prompt that a damaged copy left in the middle or at the end of it. */
    static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = end(line, 1); end >= 0; end = end(line, end)) {
            int word = wordBefore(line, end);
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
        boolean again = line.regionMatches(true, end, WORD + ":", 0, WORD.length() + 1);
        return !again
                && !endsInQuote(line.substring(Math.max(0, word - 1), word))
                && (behind.isBlank()
                        || SessionMark.begins(behind)
                        || KnownCommand.recognise(behind).isPresent());
    }
}
