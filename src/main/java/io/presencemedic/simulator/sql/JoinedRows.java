package io.presencemedic.simulator.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables of a query, each with each.
 *
 * @param columns the columns' names, with the table's or its alias before the point
 * @param rows the rows
 */
record JoinedRows(List<String> columns, List<List<@Nullable String>> rows) {
    static JoinedRows nothing() {
        return new JoinedRows(List.of(), List.of(List.of()));
    }

    JoinedRows with(String alias, Table table) {
        List<String> all = new ArrayList<>(columns);
        table.columns().forEach(column -> all.add(alias + "." + column));
        List<List<@Nullable String>> product = new ArrayList<>();
        for (List<@Nullable String> left : rows) {
            for (List<@Nullable String> right : table.rows()) {
                List<@Nullable String> row = new ArrayList<>(left);
                row.addAll(right);
                product.add(row);
            }
        }
        return new JoinedRows(all, product);
    }

    /** Where a column stands that is named with its table or without. */
    int index(String name) throws SqlException {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(name) || columns.get(i).endsWith("." + name)) {
                found.add(i);
            }
        }
        if (found.size() != 1) {
            throw new SqlException(
                    found.isEmpty()
                            ? "Column (" + name + ") not found in any table in the query (or SLV is undefined)."
                            : "Ambiguous column (" + name + ").");
        }
        return found.get(0);
    }

    /** The value of a literal, or of a column in a row. */
    @Nullable
    String value(String operand, List<@Nullable String> row) throws SqlException {
        if (operand.startsWith("'")) {
            return operand.substring(1, operand.length() - 1);
        }
        return operand.matches("-?\\d+") ? operand : row.get(index(operand));
    }
}
