package io.presencemedic.cisco.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Makes a node the second member of a presence redundancy group (D6.2), by {@code updatePresenceRedundancyGroup} with
 * nothing but the second server. The caller has seen that this place is free: a server that stands there would be
 * replaced.
 *
 * @param uuid the group's id
 * @param server the node's name as CUCM's server list spells it, at most 255 characters
 */
public record AddServerToGroup(String uuid, String server) implements GroupUpdate {
    private static final int LONGEST_NAME = 255;

    public AddServerToGroup {
        uuid = RedundancyGroupReader.braced(uuid);
        server = SafeXml.clean(server).strip();
        if (server.isEmpty() || server.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a server has a name of 1 to " + LONGEST_NAME + " characters");
        }
    }

    @Override
    public String summary() {
        return name() + " " + uuid + " server2=" + server;
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        SafeXml.element(body, "uuid", uuid);
        SafeXml.element(body, "server2", server);
    }
}
