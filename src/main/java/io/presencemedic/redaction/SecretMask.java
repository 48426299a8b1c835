package io.presencemedic.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of what a node printed or was told, line after line: secret columns of SQL tables, assignments
 * to secret names, secret XML elements, authorization headers, tokens, private keys and long encrypted values. Lines
 * stay where they are and a masked text masks to itself.
 */
public final class SecretMask {
    /** What stands in a secret's place. */
    public static final String MASK = "********";

    private static final Pattern RULER = Pattern.compile("\\s*(?:=+(?: +=+)*|-+(?: +-+)*)\\s*");
    private static final Pattern KEY_BEGINS = Pattern.compile("-{4,5} ?BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)? ?-{4,5}");
    private static final Pattern KEY_ENDS = Pattern.compile("-{4,5} ?END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)? ?-{4,5}");
    /** No key has more lines; what goes on behind them has lost its end. */
    private static final int LONGEST_KEY = 500;
    /** An element that goes on for longer was none. */
    private static final int LONGEST_ELEMENT = 20;
    /** How much of a line is looked at as a whole, so that no line costs more than its length. */
    private static final int WINDOW = 16 * 1024;
    /** How far before a cut the reasons for a secret may stand. */
    private static final int OVERLAP = 4 * 1024;

    private String heading = "";
    private @Nullable SecretColumns table;
    private int keyLines;
    private int elementLines;
    private boolean longSecret;
    private long count;

    /** A mask at the beginning of a text. */
    public SecretMask() {}

    /** The text without its secrets; the number of lines and every line end are kept. */
    public static String mask(String text) {
        SecretMask mask = new SecretMask();
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOfLine(text, at);
            masked.append(mask.line(text.substring(at, end)));
            at = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
            masked.append(text, end, at);
        }
        return masked.toString();
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Whether a database column of this name holds a secret; letter case and a table's name in front do not matter. */
    public static boolean isSecretColumn(String name) {
        return SecretWords.COLUMN.matcher(name.strip()).matches();
    }

    /** How many secrets were masked so far. */
    public long count() {
        return count;
    }

    /** The next line, without its end and without its secrets. Also what is left of a line behind its heads. */
    public String line(String line) {
        if (longSecret) {
            longSecret = false;
            return "";
        }
        if (keyLines > 0
                || line.contains("PRIVATE KEY") && KEY_BEGINS.matcher(line).find()) {
            return privateKey(line);
        }
        if (elementLines > 0) {
            return element(line);
        }
        if (isRuler(line) && !heading.isBlank()) {
            table = SecretColumns.under(heading, line);
            heading = "";
            return line;
        }
        heading = line;
        if (line.isBlank() || line.startsWith("admin:")) {
            table = null;
        }
        if (line.endsWith(">") && SecretWords.OPENED.matcher(line).matches()) {
            elementLines = LONGEST_ELEMENT;
        }
        return words(table == null ? line : columns(table, line));
    }

    /**
     * Masks the beginning of a line that is too long to be held as a whole, for as far as nothing is torn apart.
     *
     * @param line the line as far as it has come, longer than 16 KiB
     */
    public Head head(String line) {
        if (longSecret || keyLines > 0 || elementLines > 0 || table != null) {
            boolean first = !longSecret;
            longSecret = true;
            count += first ? 1 : 0;
            return new Head(first ? MASK : "", line.length());
        }
        return window(line.length() > WINDOW ? line.substring(0, WINDOW) : line);
    }

    private Head window(String line) {
        TextEdits edits = SecretWords.find(line);
        int cut = edits.cutBefore(betweenWords(line, line.length() - OVERLAP));
        if (cut == 0) {
            longSecret = edits.firstEnd() == line.length();
            cut = edits.firstEnd();
        }
        return new Head(counted(edits.apply(cut)), cut);
    }

    /** A long line, window after window; where a secret goes on beyond one, all that follows it is masked. */
    private String windows(String line) {
        StringBuilder masked = new StringBuilder(line.length());
        int at = 0;
        while (line.length() - at > WINDOW && !longSecret) {
            Head head = window(line.substring(at, at + WINDOW));
            masked.append(head.masked());
            at += head.taken();
        }
        String rest = longSecret ? "" : line.substring(at);
        longSecret = false;
        TextEdits edits = SecretWords.find(rest);
        return masked.append(counted(edits.apply(rest.length()))).toString();
    }

    /**
     * The beginning of a line.
     *
     * @param masked without its secrets
     * @param taken how much of the line it stands for
     */
    public record Head(String masked, int taken) {}

    private static int betweenWords(String line, int place) {
        for (int i = place; i > place - OVERLAP; i--) {
            if (Character.isWhitespace(line.charAt(i))) {
                return i;
            }
        }
        return place;
    }

    private static boolean isRuler(String line) {
        return (line.contains("==") || line.contains("--") || line.length() < 40)
                && RULER.matcher(line).matches();
    }

    private String words(String line) {
        if (line.length() > WINDOW) {
            return windows(line);
        }
        TextEdits edits = SecretWords.find(line);
        return edits.isEmpty() ? line : counted(edits.apply(line.length()));
    }

    private String columns(SecretColumns columns, String row) {
        String masked = columns.mask(row);
        count += masked.equals(row) ? 0 : 1;
        return masked;
    }

    private String counted(TextEdits.Masked masked) {
        count += masked.count();
        return masked.text();
    }

    /** Content of a secret element on a line of its own. */
    private String element(String line) {
        int end = line.indexOf('<');
        elementLines = end >= 0 ? 0 : elementLines - 1;
        String content = end < 0 ? line : line.substring(0, end);
        return masked(content) + (end < 0 ? "" : line.substring(end));
    }

    private String privateKey(String line) {
        Matcher begin = KEY_BEGINS.matcher(line);
        Matcher end = KEY_ENDS.matcher(line);
        int from = begin.find() ? begin.end() : 0;
        keyLines = end.find(from) ? 0 : (keyLines + 1) % LONGEST_KEY;
        int to = keyLines > 0 || from == line.length() || !end.find(from) ? line.length() : end.start();
        return line.substring(0, from) + masked(line.substring(from, to)) + line.substring(to);
    }

    private String masked(String secret) {
        if (secret.isBlank() || secret.equals(MASK)) {
            return secret;
        }
        count++;
        return MASK;
    }
}
