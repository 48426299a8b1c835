package io.presencemedic.cisco;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query. Its text form shows no values, since they may be secrets.
 *
 * @param columns the headings, in lower case as the platform prints them
 * @param rows the values, one per column; null for NULL
 */
public record SqlTable(List<String> columns, List<List<@Nullable String>> rows) {
    public SqlTable {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }

    /** Whether there is a column of that name. */
    public boolean has(String column) {
        return columns.contains(column.toLowerCase(Locale.ROOT));
    }

    /**
     * The value in a row.
     *
     * @param row number of the row, from 0
     * @param column name of the column; letter case does not matter
     * @return null for NULL, and where there is no such column
     */
    public @Nullable String value(int row, String column) {
        int index = columns.indexOf(column.toLowerCase(Locale.ROOT));
        return index < 0 ? null : rows.get(row).get(index);
    }

    @Override
    public String toString() {
        return "SqlTable[columns=" + columns + ", rows=" + rows.size() + "]";
    }
}
