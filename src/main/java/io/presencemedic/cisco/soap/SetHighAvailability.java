package io.presencemedic.cisco.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Switches high availability of a presence redundancy group in CUCM's database, by
 * {@code updatePresenceRedundancyGroup} with nothing but the switch. The answer proves only CUCM's database; the nodes
 * follow minutes later (C1).
 *
 * @param uuid the group's id
 * @param on whether high availability is to be on
 */
public record SetHighAvailability(String uuid, boolean on) implements GroupUpdate {
    public SetHighAvailability {
        uuid = RedundancyGroupReader.braced(uuid);
    }

    @Override
    public String summary() {
        return name() + " " + uuid + " haEnabled=" + on;
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        SafeXml.element(body, "uuid", uuid);
        SafeXml.element(body, "haEnabled", String.valueOf(on));
    }
}
