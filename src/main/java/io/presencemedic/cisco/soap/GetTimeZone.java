package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Log collection {@code getTimeZone}: the zone in which the asked node wants moments to be written.
 *
 * @param host the asked node's own name or address
 */
public record GetTimeZone(String host) implements LogCollectionOperation<PlatformZone> {
    public GetTimeZone {
        host = SafeXml.clean(host).strip();
    }

    @Override
    public String name() {
        return "getTimeZone";
    }

    @Override
    public String requestName() {
        return "LocalHost";
    }

    @Override
    public String answerName() {
        return "TimeZone";
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        body.writeCharacters(host);
    }

    @Override
    public PlatformZone read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        return PlatformZone.read(Element.read(answer));
    }
}
