package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.SqlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table that a query prints: a heading, a ruler of equal signs, and rows that stand under the ruler. A row
 * that does not stand under it is refused, since its values could only be guessed.
 */
final class SqlReader {
    private static final Pattern GROUP = Pattern.compile("=+");

    private record Column(int from, int to) {}

    private final AnswerLines lines;
    private final List<Column> columns = new ArrayList<>();

    private SqlReader(Answer answer) {
        lines = new AnswerLines(answer);
    }

    static SqlTable read(Answer answer) throws Unreadable {
        return new SqlReader(answer).table();
    }

    private SqlTable table() throws Unreadable {
        if (!lines.advance()) {
            throw lines.endedEarly("expected the heading of a table");
        }
        if (!Ruler.is(lines.ahead(), '=')) {
            throw lines.unexpected("expected the heading of a table with its ruler");
        }
        String heading = lines.raw();
        lines.advance();
        Matcher group = GROUP.matcher(lines.raw());
        while (group.find()) {
            columns.add(new Column(group.start(), group.end()));
        }
        List<String> names = names(heading);
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (lines.advance()) {
            rows.add(row(lines.raw()));
        }
        return new SqlTable(names, rows);
    }

    private List<String> names(String heading) throws Unreadable {
        List<String> names = new ArrayList<>();
        for (String cell : cells(heading)) {
            if (cell.isEmpty() || cell.contains(" ")) {
                throw lines.unexpected("the heading does not stand over its ruler");
            }
            names.add(cell.toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private List<@Nullable String> row(String line) throws Unreadable {
        List<@Nullable String> values = new ArrayList<>();
        for (String cell : cells(line)) {
            values.add(cell.equals("NULL") ? null : cell);
        }
        return values;
    }

    /** Cuts a line at the columns; the last one reaches to the end of the line. */
    private List<String> cells(String line) throws Unreadable {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean last = i == columns.size() - 1;
            int end = last ? line.length() : Math.min(line.length(), column.to());
            String cell = column.from() < end ? line.substring(column.from(), end) : "";
            boolean cut = column.from() > 0 && column.from() <= line.length() && line.charAt(column.from() - 1) != ' ';
            if (cut || line.indexOf('\t') >= 0 || (cell.startsWith(" ") && !cell.isBlank())) {
                throw lines.unexpected("the row does not stand under its ruler");
            }
            cells.add(cell.stripTrailing());
        }
        return cells;
    }
}
