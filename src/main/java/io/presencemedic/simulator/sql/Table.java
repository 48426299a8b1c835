package io.presencemedic.simulator.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a database, made anew for each statement. */
final class Table {
    private final List<String> columns;
    private final List<List<@Nullable String>> rows = new ArrayList<>();

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    Table row(@Nullable String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    List<String> columns() {
        return columns;
    }

    List<List<@Nullable String>> rows() {
        return rows;
    }
}
