package io.presencemedic.cisco;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An application user of CUCM with its credential (D7.9). Its text form has no secret.
 *
 * @param pkid the user's key
 * @param name the user's name
 * @param credentials the user's encrypted password, a secret
 */
public record ApplicationUser(
        @Nullable String pkid,
        @Nullable String name,
        @Nullable String credentials) {
    /**
     * Reads the answer of the document's query.
     *
     * @return empty where a column is missing
     */
    public static Optional<List<ApplicationUser>> read(SqlTable table) {
        if (!table.has("pkid") || !table.has("name") || !table.has("credentials")) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, table.rows().size())
                .mapToObj(row -> new ApplicationUser(
                        table.value(row, "pkid"), table.value(row, "name"), table.value(row, "credentials")))
                .toList());
    }

    @Override
    public String toString() {
        return "ApplicationUser[pkid=" + pkid + ", name=" + name + "]";
    }
}
