package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.Unreadable;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * AXL {@code getPresenceRedundancyGroup}. By id, because AXL takes names of at most 100 characters and groups may have
 * longer ones.
 *
 * @param uuid the group's id
 */
public record GetPresenceRedundancyGroup(String uuid) implements AxlOperation<RedundancyGroup> {
    public GetPresenceRedundancyGroup {
        uuid = RedundancyGroupReader.braced(uuid);
    }

    @Override
    public String name() {
        return "getPresenceRedundancyGroup";
    }

    @Override
    public String summary() {
        return name() + " " + uuid;
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        SafeXml.element(body, "uuid", uuid);
    }

    @Override
    public RedundancyGroup read(Element result) throws Unreadable {
        return RedundancyGroupReader.group(result.required("presenceRedundancyGroup"));
    }
}
