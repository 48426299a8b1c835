package io.presencemedic.simulator.command;

import io.presencemedic.simulator.sql.Database;
import io.presencemedic.simulator.sql.Rows;
import io.presencemedic.simulator.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code run sql select …} and {@code run sql update …}. */
final class RunSql implements ShellCommand {
    private final String verb;

    RunSql(String verb) {
        this.verb = verb;
    }

    @Override
    public String words() {
        return "run sql " + verb;
    }

    @Override
    public boolean changes() {
        return !verb.equals("select");
    }

    @Override
    public void run(Call call) {
        String sql = verb + " " + call.arguments();
        List<String> lines = call.ask((world, node) -> {
            Database database = new Database(world, node);
            try {
                return changes() ? List.of("Rows: " + database.update(sql)) : table(database.select(sql));
            } catch (SqlException e) {
                return List.of(e.text());
            }
        });
        lines.forEach(call.out()::line);
    }

    /** A heading, its ruler and the rows, with a blank behind every cell, also behind the last. */
    private static List<String> table(Rows rows) {
        int[] widths = rows.columns().stream().mapToInt(String::length).toArray();
        for (List<@Nullable String> row : rows.cells()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], text(row.get(i)).length());
            }
        }
        List<String> ruler = new ArrayList<>();
        for (int width : widths) {
            ruler.add("=".repeat(width));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.columns(), widths));
        lines.add(line(ruler, widths));
        rows.cells().forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<? extends @Nullable String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = text(cells.get(i));
            line.append(text).append(" ".repeat(widths[i] - text.length() + 1));
        }
        return line.toString();
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "NULL" : cell;
    }
}
