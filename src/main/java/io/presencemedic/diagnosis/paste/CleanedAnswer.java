package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.cli.LineCut;
import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer without what a person or a tool put around the platform's lines.
 *
 * @param lines what is left
 * @param incomplete whether somebody left lines out and said so
 */
record CleanedAnswer(List<SourceLine> lines, boolean incomplete) {
    private static final Pattern CUT_ROW = Pattern.compile("\\s*+[A-Z][^\\[\\]]{2,80}+\\[ ?[A-Za-z]{0,10}+\\s*+");

    static CleanedAnswer of(Kind kind, List<SourceLine> answer) {
        List<SourceLine> kept = new ArrayList<>();
        boolean incomplete = false;
        for (SourceLine line : answer) {
            boolean omission = isOmission(kind, line.text());
            incomplete |= omission;
            if (!omission) {
                kept(kind, line).ifPresent(kept::add);
            }
        }
        boolean isCut = kind == Kind.SERVICE_LIST && !kept.isEmpty() && isCutRow(kept.get(kept.size() - 1));
        if (isCut) {
            kept.remove(kept.size() - 1);
        }
        return new CleanedAnswer(List.copyOf(kept), incomplete || isCut);
    }

    /** A copy that ends within the brackets of its last row has lost what follows. */
    private static boolean isCutRow(SourceLine line) {
        return CUT_ROW.matcher(line.text()).matches();
    }

    /** The platform prints dots itself while it tests a connection. */
    private static boolean isOmission(Kind kind, String text) {
        boolean dots = kind == Kind.CONNECTIVITY
                && text.strip().chars().allMatch(c -> c == '.' || c == ' ')
                && text.indexOf('.') >= 0;
        return !dots && WritersLine.isOmission(text);
    }

    private static Optional<SourceLine> kept(Kind kind, SourceLine line) {
        String text = line.text();
        if (text.isBlank() || kind == Kind.SQL_SELECT || PrintedLine.isWhole(text)) {
            return Optional.of(line).filter(kept -> kind != Kind.SQL_SELECT || !isFence(text));
        }
        if (isFence(text)
                || kind != Kind.DIAGNOSTIC_TESTS
                        && WritersLine.isProse(text)
                        && LineCut.of(text).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                LineCut.of(text).map(cut -> new SourceLine(line.number(), cut)).orElse(line));
    }

    private static boolean isFence(String text) {
        String strip = text.strip();
        boolean ruler = (strip.startsWith("=") || strip.startsWith("-")) && strip.indexOf('|') < 0;
        return !ruler && WritersLine.isFrame(text);
    }
}
