package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import java.time.Duration;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * An operation of one of the platform's SOAP services that knows its request and how to read its answer.
 *
 * @param <T> what the answer means
 */
public interface Operation<T> {
    /** The service that offers the operation. */
    SoapService service();

    /** The operation's name. */
    String name();

    /** The local name of the request's body element: mostly the operation's name. */
    default String requestName() {
        return name();
    }

    /** The local name of the answer's body element. */
    default String answerName() {
        return name() + "Response";
    }

    /** Whether an answer's body element of this local name is the operation's. */
    default boolean isAnswer(String element) {
        return element.equals(answerName());
    }

    /** Whether the operation changes the platform. */
    Effect effect();

    /** How long to wait for the answer. */
    Duration patience();

    /** A line for people and for the transcript: the operation with its arguments, without secrets. */
    String summary();

    /** Writes what stands inside the body element. */
    void write(XMLStreamWriter body) throws XMLStreamException;

    /**
     * Reads the answer; the reader stands on the start of the element inside the SOAP body.
     *
     * @throws Unreadable where the answer lacks something that the schema promises
     */
    T read(XMLStreamReader answer) throws XMLStreamException, Unreadable;
}
