package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A server of CUCM's server list.
 *
 * @param uuid CUCM's id, upper case in braces
 * @param name full name, short name or address: compare with all of them
 * @param description text for people; null where there is none
 * @param usage {@code Publisher} or {@code Subscriber}; null where the node did not say
 * @param role {@code CUCM Voice/Video} or {@code CUCM IM and Presence}; null where the node did not say
 */
@Value.Builder
public record ProcessNode(
        String uuid,
        String name,
        @Nullable String description,
        @Nullable String usage,
        @Nullable String role) {
    /** Whether this is an IM and Presence node. */
    public boolean isPresence() {
        return "CUCM IM and Presence".equalsIgnoreCase(role);
    }

    /** The row that stands for settings of the whole cluster and is no server. */
    boolean isPseudo() {
        return name.equalsIgnoreCase("EnterpriseWideData");
    }

    static ProcessNode read(Element row) throws Unreadable {
        String uuid = row.attributes().get("uuid");
        return new ProcessNodeBuilder()
                .uuid(uuid == null ? "" : uuid)
                .name(row.requiredText("name"))
                .description(row.textOf("description"))
                .usage(row.textOf("nodeUsage"))
                .role(row.textOf("processNodeRole"))
                .build();
    }
}
