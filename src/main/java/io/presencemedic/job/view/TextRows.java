package io.presencemedic.job.view;

import java.util.ArrayList;
import java.util.List;

/** Text in rows of a limited width. What does not fit is cut, and the cut is shown. */
final class TextRows {
    private static final String CUT = "…";

    private TextRows() {}

    /** The text in exactly so many columns. */
    static String padded(String text, int columns) {
        return ("%-" + columns + "s").formatted(cut(text, columns));
    }

    /** The text in so many columns at most. */
    static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + CUT;
    }

    /** The text broken at blanks into at most so many rows. */
    static List<String> wrapped(String text, int columns, int most) {
        List<String> rows = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (!rest.isEmpty() && rows.size() < most) {
            boolean isLast = rows.size() == most - 1;
            int end = isLast || rest.length() <= columns ? rest.length() : breakAt(rest, columns);
            rows.add(cut(rest.substring(0, end).stripTrailing(), columns));
            rest = rest.substring(end).strip();
        }
        return rows;
    }

    private static int breakAt(String text, int columns) {
        int blank = text.lastIndexOf(' ', columns);
        return blank > 0 ? blank : columns;
    }
}
