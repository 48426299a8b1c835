package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** AXL {@code listPresenceRedundancyGroup}: every presence redundancy group with its members and HA switch. */
public record ListPresenceRedundancyGroup() implements AxlOperation<List<RedundancyGroup>> {
    @Override
    public String name() {
        return "listPresenceRedundancyGroup";
    }

    /** The schema's pattern refuses an empty boolean even where it only names a column. */
    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        AxlOperation.searchAll(body, "name", "description", "server1", "server2", "haEnabled=true", "numUsers");
    }

    @Override
    public List<RedundancyGroup> read(Element result) throws Unreadable {
        return AxlOperation.each(result, "presenceRedundancyGroup", RedundancyGroupReader::group);
    }
}
