package io.presencemedic.diagnosis.paste.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that stands in front of most lines.
 *
 * @param form its form
 * @param blanks how many of the blanks behind it belong to it
 */
record LinePrefix(Pattern form, int blanks) {
    private static final String TIME =
            "\\d{1,2}:\\d\\d[:.]\\d\\d(?:[.,]\\d{1,9})?(?: ?[AP]M)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?";
    private static final String DATE = "(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}"
            + "|(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\\d{1,2}(?: \\d{4})?)";
    private static final Pattern STAMP = Pattern.compile("\\s{0,8}[\\[(<]?(?:" + DATE + "[ T_,-]{1,2})?" + TIME
            + "(?: \\d{4}(?=[\\s\\])>-]|$))?[\\])>]?(?: ?[-|>:;](?= |$))?");
    private static final Pattern NUMBER =
            Pattern.compile("\\s{0,8}[\\[(#]?[Ll]?(?<n>\\d{1,7})(?:[.:)|\\]\u2502]{0,2}(?=\\s|$)|[:|])");
    /** Seconds since a beginning, or since 1970. */
    private static final Pattern SECONDS = Pattern.compile(
            "\\s{0,8}(?:\\[[+ ]{0,8}\\d{1,10}\\.\\d{1,9} ?s?]|\\+\\d{1,10}\\.\\d{1,9} ?s?|\\d{9,10}\\.\\d{3,9})(?=\\s|$)");

    private static final Pattern QUOTE = Pattern.compile("\\s{0,3}[>|](?= |\\t|$|>|\\|)");
    private static final Pattern TIGHT_QUOTE = Pattern.compile("[>|+'\"]");
    private static final Pattern BULLET = Pattern.compile("\\s{0,8}(?:[-*+•·–»]|\\\\-)(?= )");
    private static final int FEWEST = 3;
    private static final int MOST_BLANKS = 8;
    private static final String[] ENDS = {": ", "] ", "| ", " - ", "> ", "# ", ") ", "\t", " "};
    private static final int LONGEST_LABEL = 60;

    /** The prefixes that some of the lines may have. */
    static List<LinePrefix> of(List<String> lines) {
        List<LinePrefix> found = new ArrayList<>();
        for (Pattern form : List.of(QUOTE, TIGHT_QUOTE, STAMP, SECONDS, BULLET)) {
            add(found, form, lines);
        }
        if (counts(lines)) {
            add(found, NUMBER, lines);
        }
        labels(lines).forEach(label -> add(found, Pattern.compile(Pattern.quote(label)), lines));
        return found;
    }

    private static void add(List<LinePrefix> found, Pattern form, List<String> lines) {
        int matches = 0;
        int blanks = MOST_BLANKS;
        for (String line : lines) {
            Matcher prefix = form.matcher(line);
            if (prefix.lookingAt()) {
                matches++;
                blanks = Math.min(blanks, blanks(line, prefix.end()));
            }
        }
        if (matches >= Math.min(FEWEST, lines.size())) {
            found.add(new LinePrefix(form, blanks));
        }
    }

    /** How many blanks follow; as many as may be where nothing else does. */
    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at == line.length() ? MOST_BLANKS : at - from;
    }

    /** Whether the lines bear numbers, each of them greater by one than the one before, but for lines left out. */
    private static boolean counts(List<String> lines) {
        long last = -1;
        int numbered = 0;
        int steps = 0;
        for (String line : lines) {
            Matcher number = NUMBER.matcher(line);
            if (number.lookingAt()) {
                long n = Long.parseLong(number.group("n"));
                if (last >= 0 && n <= last) {
                    return false;
                }
                steps += n - last <= 3 ? 1 : 0;
                numbered++;
                last = n;
            }
        }
        return numbered * 10 >= lines.size() * 7L && steps * 10 >= numbered * 8L;
    }

    /** Beginnings that most lines share, up to a mark behind which something new begins. */
    private static List<String> labels(List<String> lines) {
        List<String> labels = new ArrayList<>();
        for (String end : ENDS) {
            Map<String, Integer> counts = new HashMap<>();
            for (String line : lines) {
                int at = line.indexOf(end);
                if (at >= 0 && at < LONGEST_LABEL && !line.substring(0, at).isBlank()) {
                    counts.merge(line.substring(0, at + end.stripTrailing().length()), 1, Integer::sum);
                }
            }
            counts.entrySet().stream()
                    .filter(label -> label.getValue() * 2 >= lines.size()
                            && !label.getKey().isEmpty())
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(label -> labels.add(label.getKey()));
        }
        return labels;
    }

    /** The line without the prefix; the line itself where it has none. */
    String strip(String line) {
        Matcher prefix = form.matcher(line);
        if (!prefix.lookingAt()) {
            return line;
        }
        int at = prefix.end();
        int end = Math.min(line.length(), at + blanks);
        while (at < end && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(at);
    }
}
