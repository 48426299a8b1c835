package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Log collection {@code listNodeServiceLogs}: the names of the logs of every node of the cluster, from any node. */
public record ListNodeServiceLogs() implements LogCollectionOperation<List<NodeLogs>> {
    @Override
    public String name() {
        return "listNodeServiceLogs";
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        ControlCenterOperation.element(body, "ListRequest", "");
    }

    @Override
    public List<NodeLogs> read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        Element listing = Element.read(answer);
        listing.required("listNodeServiceLogsReturn");
        return AxlOperation.each(listing, "listNodeServiceLogsReturn", NodeLogs::read);
    }
}
