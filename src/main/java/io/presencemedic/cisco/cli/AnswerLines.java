package io.presencemedic.cisco.cli;

import java.util.List;

/** Walks through the lines of an answer and knows where it stands, so that a refusal can name line and text. */
final class AnswerLines {
    private final List<String> lines;
    private int next;

    AnswerLines(Answer answer) {
        lines = answer.lines();
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean advance() {
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        if (next == lines.size()) {
            return false;
        }
        next++;
        return true;
    }

    /** The current line, without blanks around it. */
    String line() {
        return raw().strip();
    }

    /** The current line as it came. */
    String raw() {
        return lines.get(next - 1);
    }

    /** The next line that is not blank, without going there; empty at the end. */
    String ahead() {
        for (int i = next; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i).strip();
            }
        }
        return "";
    }

    /** Number of the current line, from 1. */
    int number() {
        return next;
    }

    /** A line that was passed before is not what was expected. */
    Unreadable unexpectedAt(int number, String why) {
        return new Unreadable(number, lines.get(number - 1), why);
    }

    /** The current line is not what was expected. */
    Unreadable unexpected(String why) {
        String said = PlatformRefusal.is(line()) ? "the platform refused the command" : why;
        return new Unreadable(next, raw(), said);
    }

    /** The answer ended before it was complete. */
    Unreadable endedEarly(String why) {
        return new Unreadable(lines.size() + 1, "", why);
    }
}
