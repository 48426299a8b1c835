package io.presencemedic.cisco;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of {@code epassyncagentcfg}: how the Sync Agent reaches CUCM (D7.7 to D7.10). Its text form has no secret.
 *
 * @param publisherAddress address of the CUCM publisher
 * @param axlUser the application user with which the Sync Agent signs in
 * @param axlPassword the user's encrypted password, a secret; null where it was not asked for
 * @param axlUserPkid the user's key in CUCM
 */
public record SyncAgentConfig(
        @Nullable String publisherAddress,
        @Nullable String axlUser,
        @Nullable String axlPassword,
        @Nullable String axlUserPkid) {
    /**
     * Reads the table.
     *
     * @return empty unless the table has exactly one row and names the user
     */
    public static Optional<SyncAgentConfig> read(SqlTable table) {
        if (table.rows().size() != 1 || !table.has("axluser")) {
            return Optional.empty();
        }
        String address = table.has("ccmpublisherip") ? "ccmpublisherip" : "cucmpublisherip";
        return Optional.of(new SyncAgentConfig(
                table.value(0, address),
                table.value(0, "axluser"),
                table.value(0, "axlpassword"),
                table.value(0, "cucm_axluser_pkid")));
    }

    @Override
    public String toString() {
        return "SyncAgentConfig[publisherAddress=" + publisherAddress + ", axlUser=" + axlUser + ", axlUserPkid="
                + axlUserPkid + "]";
    }
}
