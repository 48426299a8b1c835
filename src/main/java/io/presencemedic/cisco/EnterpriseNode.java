package io.presencemedic.cisco;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code enterprisenode}, which binds IM and Presence nodes to redundancy groups (D6.3). Which form
 * its ids have is nowhere documented: numbers and UUIDs are read.
 *
 * @param id the node's id
 * @param name the node's host name or address
 * @param subclusterId id of the redundancy group; null where the node is bound to none
 */
public record EnterpriseNode(
        String id, String name, @Nullable String subclusterId) {
    private static final Pattern ID =
            Pattern.compile("\\d{1,18}|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    /** Whether a text has the form of an id of this table, so that it may stand in a statement. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Reads the table.
     *
     * @return empty where a column is missing or a value is no id
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
        String bound = group == null || group.isEmpty() ? null : group;
        return id != null && isId(id) && name != null && !name.isEmpty() && (bound == null || isId(bound))
                ? Optional.of(new EnterpriseNode(id, name, bound))
                : Optional.empty();
    }
}
