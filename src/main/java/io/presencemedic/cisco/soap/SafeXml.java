package io.presencemedic.cisco.soap;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The JDK's streaming XML without what an answer could do harm with: no document types, no entities of its own. */
final class SafeXml {
    static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();
    private static final XMLInputFactory IN = input();

    private SafeXml() {}

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an answer must not refer to anything outside itself");
        });
        return factory;
    }

    /** A reader before the first element of the answer; a document type is refused. */
    static XMLStreamReader reader(InputStream answer) throws XMLStreamException {
        XMLStreamReader reader;
        synchronized (IN) {
            reader = IN.createXMLStreamReader(answer);
        }
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("an answer must not declare a document type", reader.getLocation());
            }
            reader.next();
        }
        return reader;
    }

    /** Writes an element without a namespace, as AXL wants its children. */
    static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    /** Writes an empty element without a namespace. */
    static void empty(XMLStreamWriter out, String name) throws XMLStreamException {
        out.writeEmptyElement(name);
    }

    /**
     * The text as it may stand in XML 1.0.
     *
     * @throws IllegalArgumentException where a character may not
     */
    static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean good = text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
        if (!good) {
            throw new IllegalArgumentException("a text with a control character cannot be sent as XML");
        }
        return text;
    }
}
