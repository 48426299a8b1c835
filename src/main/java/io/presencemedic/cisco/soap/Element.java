package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML element of an answer, read tolerantly: prefixes and namespaces do not matter, children may stand in any order,
 * and an element that is nil, empty or missing has no text.
 *
 * @param name local name
 * @param line line of the answer on which it starts, from 1
 * @param attributes by local name
 * @param children child elements in their order
 * @param content the text, blanks at both ends taken off
 */
record Element(String name, int line, Map<String, String> attributes, List<Element> children, String content) {
    private static final int DEEPEST = 40;

    /** Reads the element on whose start the reader stands, to its end. */
    static Element read(XMLStreamReader reader) throws XMLStreamException {
        return read(reader, DEEPEST);
    }

    private static Element read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth == 0) {
            throw new XMLStreamException("elements are nested too deeply", reader.getLocation());
        }
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Element> children = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, depth - 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    content.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(
                            name, line, attributes, children, content.toString().strip());
                }
                default -> {}
            }
        }
    }

    /** The text; null where the element is nil or empty. */
    @Nullable
    String text() {
        return content.isEmpty() ? null : content;
    }

    /** The children of that name. */
    List<Element> all(String child) {
        return children.stream().filter(it -> it.name.equals(child)).toList();
    }

    /** The first child of that name. */
    Optional<Element> find(String child) {
        return children.stream().filter(it -> it.name.equals(child)).findFirst();
    }

    /** The text of the first child of that name; null where it is missing, nil or empty. */
    @Nullable
    String textOf(String child) {
        return find(child).map(Element::text).orElse(null);
    }

    /** The first child of that name, which the schema promises. */
    Element required(String child) throws Unreadable {
        return find(child).orElseThrow(() -> unreadable("it holds no <" + child + ">"));
    }

    /** The text of a child that the schema promises. */
    String requiredText(String child) throws Unreadable {
        String text = required(child).text();
        if (text == null) {
            throw unreadable("its <" + child + "> is empty");
        }
        return text;
    }

    /** Says what is wrong with this element. */
    Unreadable unreadable(String why) {
        return new Unreadable(line, "<" + name + ">", why);
    }
}
