package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import java.util.Optional;

/**
 * What a line is by itself, whoever reads it: the words of a known answer need no command in front of them. Lines that
 * mean something only in their place, such as rows of a query, are none.
 *
 * @param kind the command that prints such a line
 * @param whole whether nothing of the line is missing; otherwise it only begins so
 * @param first whether an answer begins with it
 */
public record PrintedLine(Kind kind, boolean whole, boolean first) {
    /** No line that the platform prints is longer, but those whose ends were lost on the way. */
    private static final int LONGEST = 1000;

    /** What a line is; empty where it is none that can be told by itself. */
    public static Optional<PrintedLine> of(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return PrintedForms.find(text).or(() -> PrintedRows.find(text));
    }

    /** Whether a line says nothing but what the platform prints. */
    public static boolean isWhole(String line) {
        return of(line).filter(PrintedLine::whole).isPresent();
    }

    /** Whether the platform begins a line so. */
    public static boolean begins(String line) {
        return of(line).isPresent() || PlatformRefusal.is(line.strip());
    }
}
