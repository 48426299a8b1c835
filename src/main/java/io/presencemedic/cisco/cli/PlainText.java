package io.presencemedic.cisco.cli;

import java.util.regex.Pattern;

/** Reads answers whose wording is not known: anything that does not speak of a failure. */
final class PlainText {
    private static final Pattern FAILURE = Pattern.compile("(?i)unsuccessful|not valid|no valid|invalid|\\berrors?\\b"
            + "|\\bfail(ed|ure|s)?\\b|denied|not allowed|not permitted|not supported|not authori[sz]ed|unable"
            + "|\\bcannot\\b|\\bcan't\\b|\\bcould not\\b|unknown|no such|abort|refused|control-c pressed"
            + "|is not running|insufficient|incorrect|unrecogni[sz]ed|not found|does not exist");

    private PlainText() {}

    /** The answer as one text. */
    static String read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        while (lines.advance()) {
            if (FAILURE.matcher(lines.line()).find()) {
                throw lines.unexpected("the platform speaks of a failure");
            }
        }
        return answer.text();
    }

    /** The answer as one text, which may speak of failures, as logs do, unless it is nothing but a refusal. */
    static String readDump(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        boolean said = false;
        while (lines.advance()) {
            said = true;
            if (PlatformRefusal.is(lines.line())) {
                throw lines.unexpected("the platform refused the command");
            }
        }
        if (!said) {
            throw lines.endedEarly("the answer is empty");
        }
        return answer.text();
    }
}
