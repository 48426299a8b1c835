package io.presencemedic.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secret columns of one SQL table, by the positions that its ruler gives them. */
record SecretColumns(List<int[]> ranges) {
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
        if (SecretMask.isSecretColumn(heading.substring(from, Math.min(end, heading.length())))) {
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
        int width = last ? SecretMask.MASK.length() : Math.max(to - from, SecretMask.MASK.length());
        return row.substring(0, from)
                + SecretMask.MASK
                + " ".repeat(width - SecretMask.MASK.length())
                + row.substring(to);
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
