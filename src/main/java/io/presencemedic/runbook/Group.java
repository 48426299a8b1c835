package io.presencemedic.runbook;

import io.presencemedic.cluster.Node;
import java.util.List;

/**
 * A presence redundancy group with its members in the inventory.
 *
 * @param uuid CUCM's id of the group, in braces
 * @param name the group's name
 * @param nodes one or two IM and Presence nodes, publisher first
 */
public record Group(String uuid, String name, List<Node> nodes) {
    public Group {
        nodes = List.copyOf(nodes);
    }
}
