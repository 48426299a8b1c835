package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Two terminals side by side, as a multiplexer draws them: a bar stands in the same column of nearly every line, and a
 * command on either side of it. The left one is read first, then the right one, which is a session of its own.
 */
final class SideBySide {
    private static final String BARS = "\u2502\u2503|";
    private static final int NARROWEST = 20;
    private static final int FEWEST = 6;
    private static final int SAMPLE = 40;
    /** Of so many lines one may be shorter than the bar's place, or longer than the left side. */
    private static final int MOST_WITHOUT = 8;
    /** What tells the reader that another session begins. */
    private static final String BETWEEN = "session closed";

    private SideBySide() {}

    static List<SourceLine> split(List<SourceLine> lines) {
        int bar = column(lines);
        if (bar < 0) {
            return lines;
        }
        List<SourceLine> left = new ArrayList<>();
        List<SourceLine> right = new ArrayList<>();
        for (SourceLine line : lines) {
            boolean cut = hasBar(line.text(), bar);
            left.add(cut ? part(line, 0, bar) : line);
            right.add(
                    part(line, cut ? bar + 1 : line.text().length(), line.text().length()));
        }
        if (!asks(left) || !asks(right)) {
            return lines;
        }
        left.add(new SourceLine(lines.get(0).number(), BETWEEN));
        left.addAll(right);
        return left;
    }

    /** The place of the bar; -1 where there is none. */
    private static int column(List<SourceLine> lines) {
        for (int i = 0; i < Math.min(lines.size(), SAMPLE); i++) {
            String text = lines.get(i).text();
            int only = only(text);
            if (only >= NARROWEST && isThroughout(lines, only)) {
                return only;
            }
        }
        return -1;
    }

    /** Where the only bar of a line stands; -1 where it has none or several. */
    private static int only(String text) {
        int found = -1;
        for (int i = 0; i < text.length(); i++) {
            if (BARS.indexOf(text.charAt(i)) >= 0) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static boolean isThroughout(List<SourceLine> lines, int bar) {
        int with = 0;
        int without = 0;
        for (SourceLine line : lines) {
            boolean blank = line.text().isBlank();
            with += hasBar(line.text(), bar) ? 1 : 0;
            without += blank || hasBar(line.text(), bar) ? 0 : 1;
        }
        return with >= FEWEST && without * MOST_WITHOUT <= with;
    }

    private static boolean hasBar(String text, int bar) {
        return bar < text.length() && BARS.indexOf(text.charAt(bar)) >= 0;
    }

    private static SourceLine part(SourceLine line, int from, int to) {
        return new SourceLine(line.number(), line.text().substring(from, to).stripTrailing());
    }

    private static boolean asks(List<SourceLine> lines) {
        return lines.stream().anyMatch(line -> CommandStart.in(line.text()));
    }
}
