package io.presencemedic.diagnosis.paste;

import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what session loggers and mail programs put in front of each line: times and quotation marks. They are taken
 * off only where they stand in front of a prompt too, since rows of answers may begin with times of their own.
 */
final class LineLabels {
    private static final String TIME = "\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?[AP]M)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?";
    private static final String DATE = "(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}"
            + "|(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\\d{1,2}(?: \\d{4})?)";
    private static final Pattern STAMP =
            Pattern.compile("[\\[(<]?(?:" + DATE + "[ T_,-]{1,2})?" + TIME + "(?: \\d{4})?[\\])>]?");
    private static final Pattern BETWEEN = Pattern.compile(" ?[-|>:;] ?| {0,2}|\\t");
    private static final Pattern QUOTE = Pattern.compile("(?:> ?|\\| ?){1,5}");

    private LineLabels() {}

    static List<SourceLine> strip(List<SourceLine> lines) {
        Optional<Pattern> label = label(lines);
        if (label.isEmpty()) {
            return lines;
        }
        List<SourceLine> stripped = new ArrayList<>(lines.size());
        for (SourceLine line : lines) {
            Matcher found = label.get().matcher(line.text());
            stripped.add(
                    found.lookingAt()
                            ? new SourceLine(line.number(), line.text().substring(found.end()))
                            : line);
        }
        return stripped;
    }

    /** The form of the label in front of the first prompt that has one. */
    private static Optional<Pattern> label(List<SourceLine> lines) {
        for (SourceLine line : lines) {
            int prompt = line.text().indexOf(Prompt.WORD);
            if (prompt > 0 && prompt < 60) {
                String before = line.text().substring(0, prompt);
                Matcher stamp = STAMP.matcher(before);
                if (stamp.lookingAt()
                        && BETWEEN.matcher(before.substring(stamp.end())).matches()) {
                    String between = before.substring(stamp.end());
                    return Optional.of(Pattern.compile("(?:" + STAMP.pattern() + ")(?:" + Pattern.quote(between)
                            + "|\\s*" + Pattern.quote(between.strip()) + "$)"));
                }
                if (QUOTE.matcher(before).matches()) {
                    return Optional.of(
                            Pattern.compile(Pattern.quote(before) + "|" + Pattern.quote(before.strip()) + "$"));
                }
            }
        }
        return Optional.empty();
    }
}
