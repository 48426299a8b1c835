package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.diagnosis.paste.text.CommandStart;
import io.presencemedic.diagnosis.paste.text.SessionMark;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the tables of queries that a terminal broke at its width: heading, ruler and each row came in equally many
 * pieces. It moves line ends and nothing else, before secrets are masked, and only where the ruler proves which pieces
 * belong together; elsewhere no cell can be told apart, and all of them are masked.
 */
final class WrappedTables {
    private static final int NARROWEST = 20;
    private static final int MOST_PIECES = 40;

    private final List<SourceLine> lines;
    private final ReadingBudget budget;
    private final List<SourceLine> joined = new ArrayList<>();
    /** The first line behind the last table that was joined. */
    private int free;

    private WrappedTables(List<SourceLine> lines, ReadingBudget budget) {
        this.lines = lines;
        this.budget = budget;
    }

    static List<SourceLine> join(List<SourceLine> lines, ReadingBudget budget) {
        WrappedTables tables = new WrappedTables(lines, budget);
        tables.join();
        return tables.joined;
    }

    private void join() {
        int at = 0;
        while (at < lines.size()) {
            budget.step();
            int rows = at;
            while (isRuler(rows)) {
                rows++;
            }
            rows += rows > at && isBlankPiece(rows) ? 1 : 0;
            boolean broken = rows - at >= 2 && rows - at <= MOST_PIECES;
            if (broken && table(at, rows)) {
                at = free;
            } else {
                int behind = Math.max(at + 1, rows);
                joined.addAll(lines.subList(at, behind));
                at = behind;
            }
        }
    }

    /** The blank at a line's end may have been broken off. */
    private boolean isBlankPiece(int index) {
        return index < lines.size() && !text(index).isEmpty() && text(index).isBlank();
    }

    private boolean isRuler(int index) {
        return index < lines.size() && text(index).indexOf('=') >= 0 && SecretTable.isRuler(text(index));
    }

    private int end(int rows) {
        int end = rows;
        while (end < lines.size() && !isRuler(end) && !endsTable(text(end))) {
            budget.step();
            end++;
        }
        return end;
    }

    private static boolean endsTable(String line) {
        return CommandStart.in(line)
                || PrintedLine.isWhole(line)
                || SessionMark.of(line).isPresent();
    }

    private boolean table(int ruler, int rows) {
        WrappedRuler whole = new WrappedRuler(texts(ruler, rows));
        if (whole.width() < NARROWEST || !whole.reachesTheEdge()) {
            return false;
        }
        for (int heading = ruler - whole.pieces(); heading < ruler; heading++) {
            if (heading >= free && whole.isHeading(texts(heading, ruler))) {
                int last = lastOfRows(rows, end(rows), whole.pieces());
                return whole.proves(texts(rows, last)) && take(heading, ruler, rows, last, whole);
            }
        }
        return false;
    }

    /** Empty lines behind the rows are no rows. */
    private int lastOfRows(int rows, int end, int pieces) {
        int filled = end;
        while (filled > rows && text(filled - 1).isBlank()) {
            filled--;
        }
        int rest = (filled - rows) % pieces;
        return rest == 0 ? filled : Math.min(end, filled + pieces - rest);
    }

    private boolean take(int heading, int ruler, int rows, int last, WrappedRuler whole) {
        joined.subList(joined.size() - (ruler - heading), joined.size()).clear();
        add(heading, ruler, whole);
        add(ruler, rows, whole);
        for (int row = rows; row < last; row += whole.pieces()) {
            add(row, row + whole.pieces(), whole);
        }
        free = last;
        return true;
    }

    private void add(int from, int to, WrappedRuler whole) {
        joined.add(new SourceLine(lines.get(from).number(), whole.join(texts(from, to))));
    }

    private String text(int index) {
        return lines.get(index).text();
    }

    private List<String> texts(int from, int to) {
        return lines.subList(from, to).stream().map(SourceLine::text).toList();
    }
}
