package io.presencemedic.cisco;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code enterprisenode}, which binds IM and Presence nodes to redundancy groups (D6.3).
 *
 * @param id the node's id
 * @param name the node's host name or address
 * @param subclusterId id of the redundancy group; null where the node is bound to none
 */
public record EnterpriseNode(long id, String name, @Nullable Long subclusterId) {
    /**
     * Reads the table.
     *
     * @return empty where a column is missing or a value is no number
     */
    public static Optional<List<EnterpriseNode>> read(SqlTable table) {
        if (!table.has("id") || !table.has("name") || !table.has("subclusterid")) {
            return Optional.empty();
        }
        List<Optional<EnterpriseNode>> rows = IntStream.range(0, table.rows().size())
                .mapToObj(row -> row(table, row))
                .toList();
        return rows.stream().allMatch(Optional::isPresent)
                ? Optional.of(rows.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private static Optional<EnterpriseNode> row(SqlTable table, int row) {
        String id = table.value(row, "id");
        String name = table.value(row, "name");
        String group = table.value(row, "subclusterid");
        boolean groupReads = group == null || group.matches("\\d{1,18}");
        return id != null && id.matches("\\d{1,18}") && name != null && !name.isEmpty() && groupReads
                ? Optional.of(new EnterpriseNode(Long.parseLong(id), name, group == null ? null : Long.valueOf(group)))
                : Optional.empty();
    }
}
