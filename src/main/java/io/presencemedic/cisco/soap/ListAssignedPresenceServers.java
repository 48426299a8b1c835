package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** AXL {@code listAssignedPresenceServers}: the nodes that are in a group, with their users (C9). */
public record ListAssignedPresenceServers() implements AxlOperation<List<PresenceServer>> {
    @Override
    public String name() {
        return "listAssignedPresenceServers";
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        AxlOperation.searchAll(body, "name", "nodeUsage", "numUsers");
    }

    @Override
    public List<PresenceServer> read(Element result) throws Unreadable {
        return AxlOperation.each(result, "assignedPresenceServers", PresenceServer::read);
    }
}
