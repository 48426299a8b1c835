package io.presencemedic.cisco;

import java.util.List;
import java.util.Optional;

/**
 * All presence redundancy groups of a cluster, as CUCM's database has them.
 *
 * @param groups in CUCM's order
 */
public record RedundancyGroups(List<RedundancyGroup> groups) {
    public RedundancyGroups {
        groups = List.copyOf(groups);
    }

    /** The group of that name, spelled as CUCM spells it. */
    public Optional<RedundancyGroup> find(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }
}
