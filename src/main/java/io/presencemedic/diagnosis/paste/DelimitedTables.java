package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables whose cells are told apart by tabs or bars and not by their places: what a spreadsheet or a document made of
 * the answer to a query, and what a person notes of services. Each is written as the platform would print it, before
 * secrets are masked, and only where every row has as many cells as the heading.
 */
final class DelimitedTables {
    private static final String QUERY = "run sql ";
    private static final int NEAR = 4;
    private static final Pattern TAB_RULER = Pattern.compile("=++ ?(?:\t=++ ?)++\t?");
    private static final Pattern BAR_RULER = Pattern.compile("\\|?(?: *+:?-++:? *+\\|)++(?: *+:?-++:? *+)?+");

    private final List<SourceLine> lines;
    private final List<SourceLine> aligned;

    private DelimitedTables(List<SourceLine> lines) {
        this.lines = lines;
        this.aligned = new ArrayList<>(lines);
    }

    static List<SourceLine> align(List<SourceLine> lines, ReadingBudget budget) {
        DelimitedTables tables = new DelimitedTables(lines);
        int at = 1;
        while (at < lines.size()) {
            budget.step();
            at = tables.look(at, budget);
        }
        return tables.aligned;
    }

    /** Where to look next. */
    private int look(int ruler, ReadingBudget budget) {
        String text = lines.get(ruler).text().strip();
        char mark = TAB_RULER.matcher(text).matches() ? '\t' : '|';
        boolean isRuler = mark == '\t'
                || text.indexOf('|') >= 0 && BAR_RULER.matcher(text).matches();
        int count = isRuler ? cells(text, mark).size() : 0;
        if (count < 2 || !isRow(lines.get(ruler - 1).text(), mark, count)) {
            return ruler + 1;
        }
        int end = end(ruler, mark, count, budget);
        table(ruler, end, mark);
        return end;
    }

    private int end(int ruler, char mark, int count, ReadingBudget budget) {
        int end = ruler + 1;
        while (end < lines.size() && isRow(lines.get(end).text(), mark, count)) {
            budget.step();
            end++;
        }
        return end;
    }

    private void table(int ruler, int end, char mark) {
        int heading = ruler - 1;
        if (mark == '\t' || asksAbove(heading)) {
            write(heading, ruler, end, mark);
        } else {
            ServiceNotesTable.of(cells(lines.get(heading).text(), mark))
                    .ifPresent(table -> services(table, heading, end));
        }
    }

    /** The bar behind an empty last cell may have been taken for a mark and lost. */
    private static boolean isRow(String text, char mark, int count) {
        int size = text.indexOf(mark) >= 0 ? cells(text, mark).size() : 0;
        return size == count || size == count - 1 && size > 0 && text.startsWith("|");
    }

    private boolean asksAbove(int heading) {
        for (int i = heading - 1; i >= Math.max(0, heading - NEAR); i--) {
            if (LetterCase.lower(lines.get(i).text()).contains(QUERY)) {
                return true;
            }
        }
        return false;
    }

    private void write(int heading, int ruler, int end, char mark) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = heading; i < end; i++) {
            rows.add(i == ruler ? List.of() : cells(lines.get(i).text(), mark));
        }
        int count = cells(lines.get(ruler).text(), mark).size();
        int[] widths = new int[count];
        rows.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (int i = heading; i < end; i++) {
            List<String> row =
                    i == ruler ? Arrays.stream(widths).mapToObj("="::repeat).toList() : rows.get(i - heading);
            set(i, padded(row, widths));
        }
    }

    private static String padded(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 1));
        }
        return text.toString().stripTrailing();
    }

    /** Either each row tells a service and its state, or the table is no such list. */
    private void services(ServiceNotesTable table, int heading, int end) {
        List<List<String>> rows = lines.subList(heading + 2, end).stream()
                .map(line -> cells(line.text(), '|'))
                .toList();
        if (rows.stream().allMatch(table::tells)) {
            set(heading, "");
            set(heading + 1, "");
            for (int i = 0; i < rows.size(); i++) {
                set(heading + 2 + i, table.row(rows.get(i)));
            }
        }
    }

    private void set(int index, String text) {
        aligned.set(index, new SourceLine(lines.get(index).number(), text));
    }

    /** The cells of a line, without what frames them. */
    private static List<String> cells(String line, char mark) {
        String text = mark == '\t' ? line.stripTrailing() : line.strip();
        if (mark == '|') {
            text = text.startsWith("|") ? text.substring(1) : text;
            text = text.endsWith("|") ? text.substring(0, text.length() - 1) : text;
        }
        return Arrays.stream(text.split(Pattern.quote(String.valueOf(mark)), -1))
                .map(String::strip)
                .collect(Collectors.toList());
    }
}
