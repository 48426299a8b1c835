package io.presencemedic.simulator.soap;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a SOAP envelope. */
final class SoapAnswer {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    /** The namespace of all elements inside the body; empty where they are in none. */
    private String inside = "";

    private SoapAnswer() throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(text);
    }

    /** Something that writes XML. */
    interface Content {
        void write(SoapAnswer answer) throws XMLStreamException;
    }

    /** An envelope around one element of a namespace. */
    static String around(String namespace, String element, String sequence, Content content) {
        return envelope(answer -> {
            answer.xml.writeStartElement("ns", element, namespace);
            answer.xml.writeNamespace("ns", namespace);
            if (!sequence.isEmpty()) {
                answer.xml.writeAttribute("sequence", sequence);
            }
            content.write(answer);
            answer.xml.writeEndElement();
        });
    }

    /** An envelope around one element of a namespace in which all of its children are too. */
    static String qualified(String namespace, String element, Content content) {
        return around(namespace, element, "", answer -> {
            answer.inside = namespace;
            content.write(answer);
        });
    }

    /** An envelope around a fault. */
    static String fault(SimulatedSoapFault fault, String operation) {
        return envelope(answer -> {
            Integer code = fault.code();
            answer.xml.writeStartElement("soapenv", "Fault", ENVELOPE);
            answer.element("faultcode", code == null ? "soapenv:Client" : "soapenv:Server");
            answer.element("faultstring", fault.text());
            if (code != null) {
                answer.parent(
                        "detail",
                        "",
                        detail -> detail.parent("axlError", "", error -> {
                            error.element("axlcode", String.valueOf(code));
                            error.element("axlmessage", fault.text());
                            error.element("request", operation);
                        }));
            }
            answer.xml.writeEndElement();
        });
    }

    /** Writes text. */
    void text(String characters) throws XMLStreamException {
        xml.writeCharacters(characters);
    }

    /** Writes an unqualified element with text; without text it is empty. */
    void element(String name, String text) throws XMLStreamException {
        element(name, "", text);
    }

    /** Writes an unqualified element with text and, where there is one, a uuid attribute. */
    void element(String name, String uuid, String text) throws XMLStreamException {
        parent(name, uuid, answer -> answer.xml.writeCharacters(text));
    }

    /** Writes an unqualified element around others, with a uuid attribute where there is one. */
    void parent(String name, String uuid, Content content) throws XMLStreamException {
        if (inside.isEmpty()) {
            xml.writeStartElement(name);
        } else {
            xml.writeStartElement("ns", name, inside);
        }
        if (!uuid.isEmpty()) {
            xml.writeAttribute("uuid", uuid);
        }
        content.write(this);
        xml.writeEndElement();
    }

    private static String envelope(Content content) {
        try {
            SoapAnswer answer = new SoapAnswer();
            answer.xml.writeStartDocument("1.0");
            answer.xml.writeStartElement("soapenv", "Envelope", ENVELOPE);
            answer.xml.writeNamespace("soapenv", ENVELOPE);
            answer.xml.writeStartElement("soapenv", "Body", ENVELOPE);
            content.write(answer);
            answer.xml.writeEndElement();
            answer.xml.writeEndElement();
            answer.xml.writeEndDocument();
            answer.xml.flush();
            return answer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer could not be written.", e);
        }
    }
}
