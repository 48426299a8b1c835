package io.presencemedic.simulator.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What stands in the body of a SOAP request.
 *
 * @param payload the body's only element
 */
record SoapRequest(Element payload) {
    /** Making one takes longer than reading a request with it; none is shared by two threads. */
    private static final ThreadLocal<DocumentBuilder> BUILDER = ThreadLocal.withInitial(SoapRequest::builder);

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    static SoapRequest parse(byte[] message) {
        try {
            return new SoapRequest(payload(BUILDER.get().parse(new ByteArrayInputStream(message))));
        } catch (SAXException | IOException e) {
            throw SimulatedSoapFault.ofMessage("The message is not well-formed: " + e.getMessage());
        }
    }

    String operation() {
        return payload.getLocalName();
    }

    String namespace() {
        String namespace = payload.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** The request's sequence attribute, which the answer repeats; empty for none. */
    String sequence() {
        return payload.getAttribute("sequence");
    }

    Optional<Element> child(String name) {
        return children(payload).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .findFirst();
    }

    Optional<String> text(String name) {
        return child(name).map(child -> child.getTextContent().strip());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Element payload(Document document) {
        NodeList bodies = document.getElementsByTagNameNS(ENVELOPE, "Body");
        if (bodies.getLength() != 1 || !(bodies.item(0) instanceof Element body)) {
            throw SimulatedSoapFault.ofMessage("The message is no SOAP 1.1 envelope with one Body.");
        }
        List<Element> children = children(body);
        if (children.size() != 1) {
            throw SimulatedSoapFault.ofMessage("The Body holds " + children.size() + " elements; it must hold one.");
        }
        return children.get(0);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This JDK has no safe XML parser.", e);
        }
    }
}
