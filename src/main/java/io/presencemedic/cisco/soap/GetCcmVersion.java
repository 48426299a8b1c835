package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * AXL {@code getCCMVersion}: the full version of a node, such as {@code 14.0.1.10000-20}.
 *
 * @param processNodeName the node as CUCM's server list spells it; null for the publisher
 */
public record GetCcmVersion(@Nullable String processNodeName) implements AxlOperation<String> {
    /** The version of the publisher. */
    public GetCcmVersion() {
        this(null);
    }

    @Override
    public String name() {
        return "getCCMVersion";
    }

    @Override
    public String summary() {
        return processNodeName == null ? name() : name() + " " + processNodeName;
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        if (processNodeName != null) {
            SafeXml.element(body, "processNodeName", processNodeName);
        }
    }

    @Override
    public String read(Element result) throws Unreadable {
        return result.required("componentVersion").requiredText("version");
    }
}
