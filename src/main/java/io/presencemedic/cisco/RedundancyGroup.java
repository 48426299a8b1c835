package io.presencemedic.cisco;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A presence redundancy group as CUCM's database has it: one or two IM and Presence nodes that back each other up.
 *
 * @param uuid CUCM's id, upper case in braces
 * @param name the group's name, at most 255 characters
 * @param description text for people; null where there is none
 * @param server1 name of the first member as CUCM's server list spells it; null where there is none
 * @param server2 name of the second member; null in a group of one node
 * @param haEnabled whether high availability is switched on in CUCM; what the nodes do follows minutes later
 * @param numUsers how many users are assigned to the group; null where CUCM did not say
 */
public record RedundancyGroup(
        String uuid,
        String name,
        @Nullable String description,
        @Nullable String server1,
        @Nullable String server2,
        boolean haEnabled,
        @Nullable Integer numUsers) {
    /** The members' names, first member first. */
    public List<String> servers() {
        return Stream.of(server1, server2).flatMap(Stream::ofNullable).toList();
    }
}
