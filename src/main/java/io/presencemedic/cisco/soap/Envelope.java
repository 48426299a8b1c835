package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** SOAP 1.1 envelopes, document/literal: exact in writing, tolerant in reading. */
public final class Envelope {
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    /** The namespace of the serviceability APIs. */
    static final String SERVICEABILITY = "http://schemas.cisco.com/ast/soap";

    private static final String AXL = "http://www.cisco.com/AXL/API/";

    private Envelope() {}

    /** The request as UTF-8. The version counts for AXL alone. */
    public static byte[] write(Operation<?> operation, AxlVersion version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = SafeXml.OUT.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            String namespace = namespace(operation, version);
            out.writeStartDocument("UTF-8", "1.0");
            out.setPrefix("soapenv", SOAP);
            out.writeStartElement("soapenv", "Envelope", SOAP);
            out.writeNamespace("soapenv", SOAP);
            out.writeNamespace("ns", namespace);
            out.writeEmptyElement("soapenv", "Header", SOAP);
            out.writeStartElement("soapenv", "Body", SOAP);
            out.setPrefix("ns", namespace);
            out.writeStartElement("ns", operation.requestName(), namespace);
            operation.write(out);
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a request could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static String namespace(Operation<?> operation, AxlVersion version) {
        return switch (operation.service()) {
            case AXL -> AXL + version.text();
            case CONTROL_CENTER, LOG_COLLECTION -> SERVICEABILITY;
            case DIME -> SERVICEABILITY + "/";
        };
    }

    /** The value of the SOAPAction header, quotes included. */
    public static String action(Operation<?> operation, AxlVersion version) {
        return operation.service() == SoapService.AXL
                ? "\"CUCM:DB ver=" + version.text() + " " + operation.name() + "\""
                : "\"" + operation.service().action(operation.name()) + "\"";
    }

    /**
     * Reads an answer to its end.
     *
     * @throws SoapFault where the service refused the request
     * @throws Unreadable where the answer is not XML, was cut short or lacks what the schema promises
     * @throws IOException where the answer did not come to its end, or what stands in it could not be passed on
     */
    public static <T> T read(Operation<T> operation, InputStream answer) throws SoapFault, Unreadable, IOException {
        try {
            XMLStreamReader reader = inBody(answer);
            if (!operation.isAnswer(reader.getLocalName())) {
                throw unreadable(reader, "<" + operation.answerName() + "> was expected");
            }
            T value = operation.read(reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return value;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /**
     * Reads an answer that can be nothing but a fault.
     *
     * @throws SoapFault always, unless the answer is unreadable
     * @throws Unreadable where it is no fault
     */
    public static void readFault(InputStream answer) throws SoapFault, Unreadable, IOException {
        try {
            throw unreadable(inBody(answer), "<Fault> was expected");
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** A reader on the element inside the body, which is no fault. */
    private static XMLStreamReader inBody(InputStream answer) throws XMLStreamException, SoapFault, Unreadable {
        XMLStreamReader reader = SafeXml.reader(answer);
        body(reader);
        if (reader.getLocalName().equals("Fault")) {
            throw SoapFault.of(Element.read(reader));
        }
        return reader;
    }

    /** What ended the reading; a fault of the stream itself is passed on. */
    private static Unreadable broken(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharConversionException)) {
            throw cause;
        }
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return new Unreadable(line, "", "the answer is no complete XML document");
    }

    /** Moves to the first element inside the body. */
    private static void body(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        if (!reader.getLocalName().equals("Envelope")) {
            throw unreadable(reader, "a SOAP envelope was expected");
        }
        while (next(reader)) {
            if (reader.getLocalName().equals("Body")) {
                if (next(reader)) {
                    return;
                }
                break;
            }
            Element.read(reader);
        }
        throw new Unreadable(1, "", "the envelope has no body");
    }

    /** Moves to the next start of an element within the current one. */
    private static boolean next(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = reader.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private static Unreadable unreadable(XMLStreamReader reader, String why) {
        return new Unreadable(reader.getLocation().getLineNumber(), "<" + reader.getLocalName() + ">", why);
    }
}
