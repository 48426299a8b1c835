package io.presencemedic.link.ssh;

import io.presencemedic.cisco.terminal.Pager;
import io.presencemedic.cisco.terminal.PlatformPrompt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the last line of the screen what the platform waits for. The first prompt of a session is learned, and
 * only its like counts afterwards.
 */
final class PromptDetector {
    /** Questions are short, however long the line is at whose end they stand. */
    private static final int LONGEST_QUESTION = 300;

    private static final Pattern SHORT_QUESTION =
            Pattern.compile("(?i)[(\\[]\\s{0,4}y\\s{0,4}/\\s{0,4}n\\s{0,4}[)\\]]\\s*+[?:]?\\s*+$");
    private static final Pattern LONG_QUESTION =
            Pattern.compile("(?i)[(\\[]\\s{0,4}yes\\s{0,4}/\\s{0,4}no\\s{0,4}[)\\]]\\s*+[?:]?\\s*+$");
    private static final Pattern KEY_QUESTION = Pattern.compile("(?i)press y or Y to continue\\b.*$");

    private @Nullable Pattern learned;

    /** No prompt, question or pager of the platform has more characters. */
    static final int LONGEST = 512;

    /**
     * What a line waits for.
     *
     * @param line the line; of a longer one than {@link #LONGEST} only its end is looked at
     */
    PromptState of(String line) {
        return line.length() <= LONGEST
                ? look(line)
                : ofEnd(line.substring(line.length() - LONGEST), line.length() - LONGEST);
    }

    /**
     * What a long line waits for.
     *
     * @param end its last characters
     * @param before how many there are before them; a prompt has none
     */
    PromptState ofEnd(String end, int before) {
        PromptState state = look(end);
        return switch (state.kind()) {
            case PROMPT -> before == 0 ? state : PromptState.OUTPUT;
            case PAGER -> PromptState.pager(before + state.column(), state.reply());
            case OUTPUT, UNECHOED, QUESTION -> state;
        };
    }

    private PromptState look(String line) {
        if (isPrompt(line)) {
            return PromptState.PROMPT;
        }
        return Pager.atEnd(line)
                .map(pager -> PromptState.pager(pager.begin(), pager.key()))
                .orElseGet(() -> question(line.substring(Math.max(0, line.length() - LONGEST_QUESTION))));
    }

    private static PromptState question(String line) {
        if (LONG_QUESTION.matcher(line).find()) {
            return PromptState.question(line.strip(), "yes\n");
        }
        if (SHORT_QUESTION.matcher(line).find()) {
            return PromptState.question(line.strip(), "y\n");
        }
        if (KEY_QUESTION.matcher(line).find()) {
            return PromptState.question(line.strip(), "y");
        }
        return PromptState.OUTPUT;
    }

    /** Takes the line as the prompt of this session; only digits may differ from now on. */
    void learn(String prompt) {
        String[] words = prompt.stripTrailing().split("\\d+", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(words[0]));
        for (int i = 1; i < words.length; i++) {
            regex.append("\\d+").append(Pattern.quote(words[i]));
        }
        learned = Pattern.compile(regex.toString());
    }

    /** Whether the session's prompt is known. */
    boolean hasLearned() {
        return learned != null;
    }

    private boolean isPrompt(String line) {
        return learned == null
                ? PlatformPrompt.is(line)
                : learned.matcher(line.stripTrailing()).matches();
    }
}
