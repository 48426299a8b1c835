package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * AXL {@code listUnassignedPresenceServers}: the nodes that are in no group, on which no Presence Engine starts (D6.2).
 */
public record ListUnassignedPresenceServers() implements AxlOperation<List<PresenceServer>> {
    @Override
    public String name() {
        return "listUnassignedPresenceServers";
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        AxlOperation.searchAll(body, "name", "nodeUsage");
    }

    @Override
    public List<PresenceServer> read(Element result) throws Unreadable {
        return AxlOperation.each(result, "unassignedPresenceServers", PresenceServer::read);
    }
}
