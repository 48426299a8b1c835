package io.presencemedic.cisco.soap;

import java.util.List;

/**
 * CUCM's server list (D7.3).
 *
 * @param servers in CUCM's order, IM and Presence nodes among them
 */
public record ServerList(List<ProcessNode> servers) {
    public ServerList {
        servers = List.copyOf(servers);
    }
}
