package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** AXL {@code listProcessNode}: CUCM's server list (D7.3), without the row that is no server. */
public record ListProcessNode() implements AxlOperation<List<ProcessNode>> {
    @Override
    public String name() {
        return "listProcessNode";
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        AxlOperation.searchAll(body, "name", "description", "nodeUsage", "processNodeRole");
    }

    @Override
    public List<ProcessNode> read(Element result) throws Unreadable {
        return AxlOperation.each(result, "processNode", ProcessNode::read).stream()
                .filter(node -> !node.isPseudo())
                .toList();
    }
}
