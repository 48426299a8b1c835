package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.LineCut;
import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins lines that a width broke: those of exactly the terminal's width, and rests that complete what stands above. */
final class JoinedLines {
    private static final int NARROWEST = 40;
    private static final int WIDEST_MAIL = 80;
    private static final Set<Integer> USUAL =
            Set.of(60, 64, 70, 72, 75, 76, 78, 79, 80, 90, 96, 100, 120, 128, 132, 140, 150, 160, 180, 200, 240);

    private JoinedLines() {}

    /** Whether lines are as wide as a terminal usually is. */
    static boolean usualWidth(List<SourceLine> lines) {
        return USUAL.contains(width(lines));
    }

    private static int width(List<SourceLine> lines) {
        return lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    }

    /** A line of exactly the greatest width goes on in the next, unless that one begins as the platform's lines do. */
    static List<SourceLine> atWidth(List<SourceLine> lines) {
        int width = width(lines);
        if (width < NARROWEST) {
            return lines;
        }
        List<SourceLine> joined = new ArrayList<>();
        boolean goesOn = false;
        for (SourceLine line : lines) {
            boolean rest = goesOn
                    && !line.text().isBlank()
                    && !PrintedLine.begins(line.text())
                    && LineCut.of(line.text()).isEmpty();
            if (rest) {
                SourceLine above = joined.remove(joined.size() - 1);
                joined.add(new SourceLine(above.number(), above.text() + line.text()));
            } else {
                joined.add(line);
            }
            goesOn = line.text().length() == width;
        }
        return joined;
    }

    /**
     * A line goes on in the next where that one's first word had no room in it, as in a mail that was filled. One such
     * place may be chance, and no mail is wider than it is usual.
     */
    static List<SourceLine> atWords(List<SourceLine> lines) {
        int width = width(lines);
        if (width > WIDEST_MAIL) {
            return lines;
        }
        List<SourceLine> joined = new ArrayList<>();
        int room = width;
        for (SourceLine line : lines) {
            String text = line.text().strip();
            int blank = text.indexOf(' ');
            boolean rest = !text.isEmpty()
                    && !joined.isEmpty()
                    && (blank < 0 ? text.length() : blank) >= room
                    && !PrintedLine.begins(text)
                    && LineCut.of(text).isEmpty();
            if (rest) {
                SourceLine above = joined.remove(joined.size() - 1);
                joined.add(new SourceLine(above.number(), above.text().stripTrailing() + " " + text));
            } else {
                joined.add(line);
            }
            room = width - line.text().stripTrailing().length();
        }
        return lines.size() - joined.size() > 1 ? joined : lines;
    }

    /** A line that means nothing by itself and completes the one above it belongs to that one. */
    static List<SourceLine> completed(List<SourceLine> lines) {
        List<SourceLine> joined = new ArrayList<>();
        for (SourceLine line : lines) {
            String text = line.text().strip();
            SourceLine above = joined.isEmpty() ? line : joined.get(joined.size() - 1);
            String whole = joined.isEmpty() || text.isEmpty() ? "" : completion(above.text(), text);
            if (whole.isEmpty()) {
                joined.add(line);
            } else {
                joined.set(joined.size() - 1, new SourceLine(above.number(), whole));
            }
        }
        return joined;
    }

    private static String completion(String above, String rest) {
        boolean complete = PrintedLine.isWhole(above) && !isCutNote(above, rest);
        if (above.isBlank() || complete || PrintedLine.isWhole(rest) && rest.indexOf('[') < 0) {
            return "";
        }
        String spaced = above.stripTrailing() + " " + rest;
        return isWhole(spaced) ? spaced : isWhole(above + rest) ? above + rest : "";
    }

    /** A note may be cut where it is still a note; the rest then ends it. */
    private static boolean isCutNote(String above, String rest) {
        return above.indexOf(']') > 0 && rest.indexOf('[') < 0 && isWhole(above.stripTrailing() + " " + rest);
    }

    private static boolean isWhole(String line) {
        return PrintedLine.isWhole(line);
    }
}
