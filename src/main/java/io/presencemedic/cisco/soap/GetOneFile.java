package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code GetOneFile}: a file of the asked node. The answer is the envelope before the file; it names the attachment
 * with the file's bytes.
 *
 * @param file the file
 * @param service {@link SoapService#LOG_COLLECTION}, or {@link SoapService#DIME} as the second way
 */
public record GetOneFile(FileRequest file, SoapService service) implements LogCollectionOperation<Optional<String>> {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String FILE_NAME = "http://cisco.com/ccm/serviceability/soap/LogCollection/GetFile/";

    public GetOneFile {
        if (service != SoapService.LOG_COLLECTION && service != SoapService.DIME) {
            throw new IllegalArgumentException(service + " hands out no files");
        }
    }

    @Override
    public String name() {
        return "GetOneFile";
    }

    @Override
    public String requestName() {
        return service == SoapService.DIME ? name() : "FileName";
    }

    @Override
    public String summary() {
        return name() + " " + file.path();
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        if (service == SoapService.DIME) {
            body.writeAttribute("soapenv", Envelope.SOAP, "encodingStyle", ENCODING);
            body.writeStartElement("FileName");
            body.writeNamespace("xsi", INSTANCE);
            body.writeNamespace("get", FILE_NAME);
            body.writeAttribute("xsi", INSTANCE, "type", "get:FileName");
            body.writeCharacters(file.path());
            body.writeEndElement();
        } else {
            body.writeCharacters(file.path());
        }
    }

    /** The id of the attachment as the envelope refers to it; empty where it refers to none. */
    @Override
    public Optional<String> read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        return reference(Element.read(answer));
    }

    private static Optional<String> reference(Element element) {
        String href = element.attributes().get("href");
        if (href != null) {
            return Optional.of(href);
        }
        return element.children().stream()
                .map(GetOneFile::reference)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
