package io.presencemedic.cisco.cli;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * {@code set cli pagination on|off}, for the current session. Accounts of level 0 may not use it.
 *
 * @param on whether long answers stop at each page
 */
public record SetCliPagination(boolean on) implements Command<Boolean> {
    private static final Pattern DONE = Pattern.compile("(?i)Automatic pagination is turned (on|off)\\.?");

    @Override
    public String text() {
        return "set cli pagination " + word();
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** Reads whether pages are on now. */
    @Override
    public Boolean read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        if (!lines.advance()) {
            throw lines.endedEarly("the answer is empty");
        }
        var done = DONE.matcher(lines.line());
        if (!done.matches() || !done.group(1).equalsIgnoreCase(word())) {
            throw lines.unexpected("expected that pagination is turned " + word());
        }
        if (lines.advance()) {
            throw lines.unexpected("expected the end of the answer");
        }
        return on;
    }

    private String word() {
        return on ? "on" : "off";
    }
}
