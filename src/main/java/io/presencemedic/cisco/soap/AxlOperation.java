package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** What the operations of AXL have in common: CUCM's database, asked on the publisher. */
interface AxlOperation<T> extends Operation<T> {
    /** Reads of the database are quick; a name server that does not answer delays them by two minutes. */
    Duration READING = Duration.ofMinutes(3);

    @Override
    default SoapService service() {
        return SoapService.AXL;
    }

    @Override
    default Effect effect() {
        return Effect.READS;
    }

    @Override
    default Duration patience() {
        return READING;
    }

    @Override
    default String summary() {
        return name();
    }

    @Override
    default T read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        return read(Element.read(answer).required("return"));
    }

    /** Reads what stands inside {@code return}. */
    T read(Element result) throws Unreadable;

    /** Writes the criteria that match everything, and the columns that are wanted. */
    static void searchAll(XMLStreamWriter body, String... tags) throws XMLStreamException {
        body.writeStartElement("searchCriteria");
        SafeXml.element(body, "name", "%");
        body.writeEndElement();
        body.writeStartElement("returnedTags");
        for (String tag : tags) {
            int value = tag.indexOf('=');
            if (value < 0) {
                SafeXml.empty(body, tag);
            } else {
                SafeXml.element(body, tag.substring(0, value), tag.substring(value + 1));
            }
        }
        body.writeEndElement();
    }

    /** Reads each child of that name. */
    static <R> List<R> each(Element result, String name, Reading<R> reading) throws Unreadable {
        List<R> rows = new ArrayList<>();
        for (Element row : result.all(name)) {
            rows.add(reading.read(row));
        }
        return List.copyOf(rows);
    }

    /** Reads one row. */
    interface Reading<R> {
        R read(Element row) throws Unreadable;
    }
}
