package io.presencemedic.diagnosis.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ruler of a table that was broken at a width, and what it proves about the pieces of the table's lines. */
final class WrappedRuler {
    private static final Pattern GROUP = Pattern.compile("=++");
    private static final Pattern WORD = Pattern.compile("\\S++");

    private final List<String> pieces;
    private final int width;
    private final List<int[]> columns = new ArrayList<>();

    WrappedRuler(List<String> pieces) {
        this.pieces = pieces;
        this.width = pieces.subList(0, pieces.size() - 1).stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        Matcher group = GROUP.matcher(join(pieces));
        while (group.find()) {
            columns.add(new int[] {group.start(), group.end()});
        }
    }

    /** How many pieces each line of the table has. */
    int pieces() {
        return pieces.size();
    }

    /** The pieces as one line; blanks that a copy lost at their ends stand there again. */
    String join(List<String> texts) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            boolean last = i == texts.size() - 1;
            line.append(text).append(" ".repeat(last ? 0 : Math.max(0, width - text.length())));
        }
        return line.toString();
    }

    /** The width at which the lines were broken. */
    int width() {
        return width;
    }

    /** Whether each piece but the last reaches the edge, where at most the blank between two columns was lost. */
    boolean reachesTheEdge() {
        return IntStream.range(0, pieces.size())
                .allMatch(i -> pieces.get(i).length() <= width
                        && (i == pieces.size() - 1 || pieces.get(i).length() >= width - 1));
    }

    /** Whether each column has its name above it, nothing stands besides, and no blank was lost at every edge. */
    boolean isHeading(List<String> texts) {
        if (!areWithin(texts) || !isWidthSure(texts)) {
            return false;
        }
        Matcher name = WORD.matcher(join(texts));
        for (int[] column : columns) {
            if (!name.find() || name.start() != column[0] || name.end() > column[1]) {
                return false;
            }
        }
        return !name.find();
    }

    /**
     * Whether the pieces cannot have ended each between two columns, at a blank that a copy lost: blanks at ends were
     * kept, or another piece lost its own, or a piece of the heading does not begin with a column's name.
     */
    private boolean isWidthSure(List<String> heading) {
        return Stream.concat(pieces.stream(), heading.stream()).anyMatch(text -> text.endsWith(" "))
                || pieces.subList(0, pieces.size() - 1).stream().anyMatch(text -> text.length() < width)
                || heading.stream().skip(1).anyMatch(text -> text.isBlank() || text.charAt(0) == ' ');
    }

    private boolean areWithin(List<String> texts) {
        return texts.stream().allMatch(text -> text.length() <= width && text.indexOf('\t') < 0);
    }

    /**
     * Whether these are the pieces of whole rows and of nothing else. Either each piece but a row's last reaches the
     * edge, so that a row with a piece more or less would be seen; or, where blanks were lost, each piece stands under
     * its own part of the ruler alone, so that a row's piece in another's place would be.
     */
    boolean proves(List<String> rows) {
        if (rows.size() % pieces.size() != 0 || !areWithin(rows)) {
            return false;
        }
        boolean full = true;
        boolean single = true;
        for (int i = 0; i < rows.size(); i++) {
            int place = i % pieces.size();
            String piece = rows.get(i);
            boolean last = place == pieces.size() - 1;
            if (!stands(piece, place) || last && goesOn(piece) || !last && isTorn(piece, rows.get(i + 1), place)) {
                return false;
            }
            full &= last || piece.length() == width;
            single &= IntStream.range(0, pieces.size()).noneMatch(other -> other != place && stands(piece, other));
        }
        return full || single;
    }

    /** Whether a row's last piece is so long that the next line may be its end. */
    private boolean goesOn(String piece) {
        return piece.length() > pieces.get(pieces.size() - 1).length() + 1 && piece.length() >= width - 1;
    }

    /** Whether a cell that goes on in the next piece has ended in this one. */
    private boolean isTorn(String piece, String next, int place) {
        int edge = (place + 1) * width;
        return columns.stream()
                .filter(column -> column[0] < edge - 1 && edge < column[1])
                .anyMatch(column -> at(piece, width - 1) == ' ' && at(piece, width - 2) == ' ' && at(next, 0) != ' ');
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    /** Whether a piece keeps the blanks between the columns, and each value begins where its column does. */
    private boolean stands(String piece, int place) {
        int from = place * width;
        for (int i = 0; i < columns.size(); i++) {
            int begin = columns.get(i)[0] - from;
            int end = (i == columns.size() - 1 ? (place + 1) * width : columns.get(i)[1]) - from;
            boolean between = begin > 0 && at(piece, begin - 1) != ' ';
            boolean moved = begin >= 0 && at(piece, begin) == ' ' && !isBlank(piece, begin, end);
            if (between || moved) {
                return false;
            }
        }
        int first = columns.get(0)[0] - from;
        return first <= 0 || isBlank(piece, 0, first);
    }

    private static boolean isBlank(String text, int from, int to) {
        int begin = Math.max(0, Math.min(from, text.length()));
        return text.substring(begin, Math.max(begin, Math.min(to, text.length())))
                .isBlank();
    }
}
