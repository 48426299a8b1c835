package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts back the line ends of an answer that came on one line. Lines are begun only where no line could go on; the
 * command's grammar then decides whether the answer is understood.
 */
public final class FlatAnswer {
    private static final int NEAR = 400;
    private static final Pattern NODE = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}\\s");
    private static final Pattern CORE = Pattern.compile("(?:\\d{1,12} ?KB\\s++)?+\\d{4}-\\d\\d-\\d\\d\\s");
    private static final Pattern REPLICATED =
            Pattern.compile("\\S{1,254}+\\s++\\S{1,254}+\\s++[\\d.]{1,20}+\\s++[YN?-]/[YN?-]/[YN?-]\\s");
    private static final List<String> NOTES =
            List.of("Service Manager is running", "Commanded Out of Service", "Service Not Activated");
    private static final String TABLE = "Server Table (processnode) Entries";

    private final Kind kind;
    private final String text;
    private final List<String> lines = new ArrayList<>();
    private int from;

    private FlatAnswer(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** Whether a text begins as an answer does, or as a line of one. */
    static boolean begins(String text) {
        return PrintedForms.find(text).isPresent()
                || text.indexOf('[') > 0
                        && text.indexOf(']') > 0
                        && PrintedLine.begins(text.substring(0, text.indexOf(']') + 1))
                || PrintedLine.begins(text);
    }

    /** The lines of the text; one where no line end is missing. */
    public static List<String> split(Kind kind, String text) {
        return kind == Kind.SQL_SELECT ? FlatTable.split(text) : new FlatAnswer(kind, text).split();
    }

    private List<String> split() {
        int at = afterBlanks(0);
        while (at < text.length()) {
            int words = wordsAt(at);
            if (words > 0 || breaksAt(at)) {
                breakAt(at);
            }
            at = afterBlanks(afterWord(at + Math.max(0, words - 1)));
        }
        breakAt(text.length());
        return lines;
    }

    private void breakAt(int place) {
        if (!text.substring(from, place).isBlank()) {
            lines.add(text.substring(from, place).stripTrailing());
        }
        from = place;
    }

    private int wordsAt(int at) {
        if (isChange()) {
            return NOTES.stream()
                    .filter(note -> text.startsWith(note, at))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
        return PrintedForms.lengthAt(kind, text, at);
    }

    private boolean isChange() {
        return kind == Kind.SERVICE_START
                || kind == Kind.SERVICE_STOP
                || kind == Kind.SERVICE_RESTART
                || kind == Kind.SERVICE_ACTIVATE;
    }

    private boolean breaksAt(int at) {
        boolean ruler = isMark(at) && !isMark(lastBefore(at));
        return switch (kind) {
            case SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> endsBefore(at);
            case NETWORK_CLUSTER -> near(NODE, at) || endsWith(at, TABLE) || ruler || isMark(lastBefore(at));
            case CORE_FILES -> near(CORE, at) && !endsWith(at, "KB") || ruler;
            case REPLICATION -> near(REPLICATED, at) || ruler;
            case VERSION -> endsWith(at, "Options:");
            case DIAGNOSTIC_TESTS -> ruler;
            default -> false;
        };
    }

    private boolean endsBefore(int at) {
        return text.charAt(lastBefore(at)) == ']' || NOTES.stream().anyMatch(note -> endsWith(at, note));
    }

    private boolean endsWith(int at, String words) {
        int begin = lastBefore(at) + 1 - words.length();
        return begin >= 0 && text.startsWith(words, begin);
    }

    private boolean near(Pattern form, int at) {
        Matcher matcher = form.matcher(text).region(at, Math.min(text.length(), at + NEAR));
        return matcher.lookingAt();
    }

    private boolean isMark(int at) {
        return text.startsWith("---", Math.max(0, at)) || text.startsWith("===", at) || at >= 2 && isRun(at);
    }

    private boolean isRun(int end) {
        char c = text.charAt(end);
        return (c == '-' || c == '=') && text.charAt(end - 1) == c && text.charAt(end - 2) == c;
    }

    private int lastBefore(int at) {
        int last = at - 1;
        while (last > from && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return Math.max(0, last);
    }

    private int afterBlanks(int place) {
        int at = place;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterWord(int place) {
        int at = place;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
