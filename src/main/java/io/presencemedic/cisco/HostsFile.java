package io.presencemedic.cisco;

import java.util.List;

/**
 * What {@code show tech network hosts} said: the node's own table of hosts.
 *
 * @param entries the lines of the table
 */
public record HostsFile(List<Entry> entries) {
    public HostsFile {
        entries = List.copyOf(entries);
    }

    /**
     * One line.
     *
     * @param address an address
     * @param names the names that lead to it
     */
    public record Entry(String address, List<String> names) {
        public Entry {
            names = List.copyOf(names);
        }
    }
}
