package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.SqlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table that a query prints: a heading, a ruler of equal signs, and rows. A row that stands under the ruler
 * is cut at its columns; where a copy lost blanks, a row of as many words as there are columns is read. Any other row
 * is refused, since its values could only be guessed.
 */
final class SqlReader {
    private static final Pattern GROUP = Pattern.compile("=++");
    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final String OUT_OF_PLACE = "the row does not stand under its ruler";

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
            if (Ruler.is(lines.line(), '=')) {
                throw lines.unexpected("a second ruler is no row");
            }
            rows.add(row(lines.raw()));
        }
        return new SqlTable(names, rows);
    }

    private List<String> names(String heading) throws Unreadable {
        List<String> words = words(heading);
        List<String> cells = placed(heading)
                .filter(names -> names.stream().noneMatch(name -> name.isEmpty() || name.contains(" ")))
                .orElse(words);
        if (cells.size() != columns.size()) {
            throw lines.unexpected("the heading does not stand over its ruler");
        }
        return cells.stream().map(LetterCase::lower).toList();
    }

    private List<@Nullable String> row(String line) throws Unreadable {
        Optional<List<String>> placed = placed(line);
        List<String> words = words(line);
        boolean asManyWords = words.size() == columns.size();
        if (placed.isPresent()
                && !(asManyWords && endsEarly(line) && !placed.get().equals(words))) {
            return values(placed.get());
        }
        if (placed.isPresent() || !asManyWords) {
            throw lines.unexpected(OUT_OF_PLACE);
        }
        return values(words);
    }

    /** Whether a row ends before its last column: its blanks may have been lost, so that its places mean nothing. */
    private boolean endsEarly(String line) {
        return line.stripTrailing().length() <= columns.get(columns.size() - 1).from();
    }

    private static List<@Nullable String> values(List<String> cells) {
        List<@Nullable String> values = new ArrayList<>();
        for (String cell : cells) {
            values.add(cell.equals("NULL") ? null : cell);
        }
        return values;
    }

    private static List<String> words(String line) {
        return List.of(BLANKS.split(line.strip()));
    }

    /** Cuts a line at the columns, of which the last reaches to its end; empty where it does not stand under them. */
    private Optional<List<String>> placed(String line) {
        List<String> cells = new ArrayList<>();
        int first = Math.min(columns.get(0).from(), line.length());
        if (line.indexOf('\t') >= 0 || !line.substring(0, first).isBlank()) {
            return Optional.empty();
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean last = i == columns.size() - 1;
            int end = last ? line.length() : Math.min(line.length(), column.to());
            String cell = column.from() < end ? line.substring(column.from(), end) : "";
            boolean cut = column.from() > 0 && column.from() <= line.length() && line.charAt(column.from() - 1) != ' ';
            if (cut || (cell.startsWith(" ") && !cell.isBlank())) {
                return Optional.empty();
            }
            cells.add(cell.stripTrailing());
        }
        return Optional.of(cells);
    }
}
