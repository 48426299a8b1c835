package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import java.time.Duration;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** What the operations of Control Center have in common. Each node is asked about itself. */
interface ControlCenterOperation<T> extends Operation<T> {
    Duration READING = Duration.ofMinutes(2);
    /** Starting a service takes minutes, and the answer comes at the end of it. */
    Duration CONTROLLING = Duration.ofMinutes(10);

    @Override
    default SoapService service() {
        return SoapService.CONTROL_CENTER;
    }

    @Override
    default Effect effect() {
        return Effect.READS;
    }

    @Override
    default Duration patience() {
        return effect() == Effect.READS ? READING : CONTROLLING;
    }

    @Override
    default T read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        return read(Element.read(answer).required(name() + "Return"));
    }

    /** Reads what stands inside the element that the operation returns. */
    T read(Element result) throws Unreadable;

    /** Writes an element in the service's namespace, which all of its elements are in. */
    static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement("ns", name, Envelope.SERVICEABILITY);
        out.writeCharacters(SafeXml.clean(text));
        out.writeEndElement();
    }

    /** Writes a request that names the node, what to do, and one service. */
    static void request(XMLStreamWriter out, String request, String node, String verb, String type, String service)
            throws XMLStreamException {
        out.writeStartElement("ns", request, Envelope.SERVICEABILITY);
        element(out, "NodeName", node);
        element(out, verb, type);
        out.writeStartElement("ns", "ServiceList", Envelope.SERVICEABILITY);
        element(out, "item", service);
        out.writeEndElement();
        out.writeEndElement();
    }
}
