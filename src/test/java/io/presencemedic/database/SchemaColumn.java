package io.presencemedic.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of the database.
 *
 * @param table where it is
 * @param name of the column
 * @param type as PostgreSQL names it
 * @param required whether a row that does not name it is refused
 */
record SchemaColumn(String table, String name, String type, boolean required) {
    private static final String ALL = """
            SELECT c.table_name, c.column_name, c.data_type,
                   c.is_nullable = 'NO' AND c.column_default IS NULL AND c.is_identity = 'NO' AND c.is_generated = 'NEVER'
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'flyway_schema_history'
            ORDER BY 1, 2
            """;

    static List<SchemaColumn> all(Connection connection) throws SQLException {
        List<SchemaColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                columns.add(
                        new SchemaColumn(rows.getString(1), rows.getString(2), rows.getString(3), rows.getBoolean(4)));
            }
        }
        return columns;
    }

    /** What a replica that knows the old columns alone would stumble over. */
    static List<String> obstacles(List<SchemaColumn> old, List<SchemaColumn> now) {
        List<String> obstacles = new ArrayList<>();
        for (SchemaColumn column : old) {
            if (now.stream().noneMatch(column::servesAsBefore)) {
                obstacles.add(column.table + "." + column.name + " is gone, has another type or has become required");
            }
        }
        for (SchemaColumn column : now) {
            boolean inOldTable = old.stream().anyMatch(each -> each.table.equals(column.table));
            if (inOldTable && column.required && old.stream().noneMatch(column::isSameAs)) {
                obstacles.add(column.table + "." + column.name + " is new and required");
            }
        }
        return obstacles;
    }

    private boolean servesAsBefore(SchemaColumn now) {
        return isSameAs(now) && type.equals(now.type) && (required || !now.required);
    }

    private boolean isSameAs(SchemaColumn other) {
        return table.equals(other.table) && name.equals(other.name);
    }
}
