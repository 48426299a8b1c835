package io.presencemedic.cisco.cli;

import java.util.List;

/**
 * What the platform printed between the echo of a command and the next prompt.
 *
 * @param lines the lines, without line ends, pager lines and terminal sequences; trailing blanks are kept
 */
public record Answer(List<String> lines) {
    public Answer {
        lines = List.copyOf(lines);
    }

    /** Cuts a text into lines; CR LF, LF and lone CR all end a line, and a last empty line does not count. */
    public static Answer of(String text) {
        return new Answer(text.lines().toList());
    }

    /** The lines as one text, each ended by LF. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
