package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * An IM and Presence node as the redundancy groups know it.
 *
 * @param uuid CUCM's id, upper case in braces
 * @param name as CUCM's server list spells it
 * @param usage {@code Publisher} or {@code Subscriber}; null where the node did not say
 * @param numUsers users that are assigned to the node; null where the node did not say
 */
public record PresenceServer(
        String uuid,
        String name,
        @Nullable String usage,
        @Nullable Integer numUsers) {
    static PresenceServer read(Element row) throws Unreadable {
        String uuid = row.attributes().get("uuid");
        return new PresenceServer(
                uuid == null ? "" : uuid,
                row.requiredText("name"),
                row.textOf("nodeUsage"),
                RedundancyGroupReader.number(row, row.textOf("numUsers")));
    }
}
