package io.presencemedic.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of what a node printed or was told: secret columns of SQL tables, assignments to secret names,
 * secret XML elements, authorization headers, private keys and long encrypted values. Lines stay where they are and a
 * masked text masks to itself.
 */
public final class SecretMask {
    /** What stands in a secret's place. */
    public static final String MASK = "********";

    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\r|\\n|\\z)");
    private static final Pattern RULER = Pattern.compile("\\s*(?:=+(?: +=+)*|-+(?: +-+)*)\\s*");
    private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----");
    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z0-9 ]*PRIVATE KEY-----");

    private final StringBuilder masked = new StringBuilder();
    private String heading = "";
    private @Nullable SecretColumns table;
    private boolean inPrivateKey;

    private SecretMask() {}

    /** The text without its secrets; the number of lines and every line end are kept. */
    public static String mask(String text) {
        return new SecretMask().all(text);
    }

    /** Whether a database column of this name holds a secret; letter case and a table's name in front do not matter. */
    public static boolean isSecretColumn(String name) {
        return SecretWords.COLUMN.matcher(name.strip()).matches();
    }

    private String all(String text) {
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            masked.append(line(lines.group(1))).append(lines.group(2));
            if (lines.end() == text.length()) {
                break;
            }
        }
        return masked.toString();
    }

    private String line(String line) {
        if (inPrivateKey || KEY_BEGINS.matcher(line).find()) {
            return privateKey(line);
        }
        if (RULER.matcher(line).matches() && !heading.isBlank()) {
            table = SecretColumns.under(heading, line);
            heading = "";
            return line;
        }
        heading = line;
        if (line.isBlank() || line.startsWith("admin:")) {
            table = null;
        }
        return SecretWords.mask(table == null ? line : table.mask(line));
    }

    private String privateKey(String line) {
        Matcher begin = KEY_BEGINS.matcher(line);
        Matcher end = KEY_ENDS.matcher(line);
        int from = begin.find() ? begin.end() : 0;
        inPrivateKey = !end.find(from);
        int to = inPrivateKey ? line.length() : end.start();
        return line.substring(0, from) + (line.substring(from, to).isBlank() ? "" : MASK) + line.substring(to);
    }

    /** The secret columns of one SQL table, by the positions that its ruler gives them. */
    private record SecretColumns(List<int[]> ranges) {
        static @Nullable SecretColumns under(String heading, String ruler) {
            List<int[]> secret = new ArrayList<>();
            Matcher groups = Pattern.compile("[=-]+").matcher(ruler);
            int previous = -1;
            int start = 0;
            while (groups.find()) {
                if (previous >= 0) {
                    collect(secret, heading, start, groups.start());
                }
                start = groups.start();
                previous = start;
            }
            collect(secret, heading, start, Integer.MAX_VALUE);
            return secret.isEmpty() ? null : new SecretColumns(secret);
        }

        private static void collect(List<int[]> secret, String heading, int start, int end) {
            int from = Math.min(start, heading.length());
            if (isSecretColumn(heading.substring(from, Math.min(end, heading.length())))) {
                secret.add(new int[] {start, end});
            }
        }

        String mask(String row) {
            String result = row;
            for (int[] range : ranges) {
                result = cell(result, range[0], range[1]);
            }
            return result;
        }

        private static String cell(String row, int start, int end) {
            if (start >= row.length()) {
                return row;
            }
            int from = toBlank(row, start, -1);
            int to = toBlank(row, Math.min(end, row.length()), 1);
            String value = row.substring(from, to).strip();
            if (value.isEmpty() || value.equals("NULL") || value.equals("null")) {
                return row;
            }
            boolean last = to == row.length();
            int width = last ? MASK.length() : Math.max(to - from, MASK.length());
            return row.substring(0, from) + MASK + " ".repeat(width - MASK.length()) + row.substring(to);
        }

        /** Follows a value that leaves its column, so that no part of it stays. */
        private static int toBlank(String row, int position, int step) {
            int at = position;
            while (at > 0
                    && at < row.length()
                    && !Character.isWhitespace(row.charAt(at))
                    && !Character.isWhitespace(row.charAt(at - 1))) {
                at += step;
            }
            return at;
        }
    }
}
