package io.presencemedic.cisco.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pager's question within a line: the list of the platform's pagers, one for long outputs and one for files.
 *
 * @param begin where it begins
 * @param end where it ends
 * @param key what turns the page, or ends the last one
 */
public record Pager(int begin, int end, String key) {
    private static final String END_OF_FILE = "end of the file";
    private static final int LONGEST = 300;
    private static final Pattern LINES =
            Pattern.compile("(?i)press <enter> for (?:1|one) line,? .{0,80}?<space>.{0,80}?\\bquit\\b");
    private static final Pattern FILE =
            Pattern.compile("(?i)options: q=quit, .{0,100}?\\(lines\\s{1,4}(?<from>\\d{1,12})\\s{0,4}-\\s{0,4}"
                    + "(?<shown>\\d{1,12})\\s{1,4}of\\s{1,4}(?<all>\\d{1,12})\\)\\s{0,4}:?");

    /** Whether there may be something of a pager in the line: a look that costs little. */
    public static boolean mayBeIn(String line) {
        return line.contains("to quit") || line.contains("options: q=") || line.startsWith(END_OF_FILE);
    }

    /** Whether the line is what the pager of files says behind the last one. */
    public static boolean isEndOfFile(String line) {
        return line.equals(END_OF_FILE + " reached");
    }

    /** The question that a line ends with, behind which nothing but marks stand; empty where it ends otherwise. */
    public static Optional<Pager> atEnd(String line) {
        int near = Math.max(0, line.length() - LONGEST);
        List<Pager> found = all(line.substring(near));
        Pager last = found.isEmpty() ? null : found.get(found.size() - 1);
        return last == null || !isEnd(line, near + last.end)
                ? Optional.empty()
                : Optional.of(new Pager(near + last.begin, near + last.end, last.key));
    }

    private static boolean isEnd(String line, int from) {
        return line.substring(from).chars().noneMatch(Character::isLetterOrDigit);
    }

    /** All questions of a line, in their order. */
    public static List<Pager> all(String line) {
        List<Pager> found = new ArrayList<>();
        Matcher lines = LINES.matcher(line);
        while (lines.find()) {
            found.add(new Pager(lines.start(), lines.end(), " "));
        }
        Matcher file = FILE.matcher(line);
        while (file.find()) {
            boolean last = file.group("shown").equals(file.group("all"));
            found.add(new Pager(file.start(), file.end(), last ? "q" : "n"));
        }
        found.sort(Comparator.comparingInt(Pager::begin));
        return found;
    }
}
