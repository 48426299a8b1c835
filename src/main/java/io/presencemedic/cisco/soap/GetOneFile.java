package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code GetOneFile}: a file of the asked node. The answer is the envelope before the file; it names the attachment
 * with the file's bytes.
 *
 * @param file the file
 * @param service {@link SoapService#LOG_COLLECTION}, or {@link SoapService#DIME} as the second way
 * @param inline takes the file's bytes where they stand in the envelope itself
 */
public record GetOneFile(FileRequest file, SoapService service, OutputStream inline)
        implements LogCollectionOperation<Optional<String>> {
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

    @Override
    public String answerName() {
        return name() + "Return";
    }

    /** The older service wraps its answer in another element. */
    @Override
    public boolean isAnswer(String element) {
        return element.startsWith(name());
    }

    /** The attachment to which the envelope refers; empty where the file stood in the envelope, or nowhere. */
    @Override
    public Optional<String> read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        Optional<String> reference = reference(answer);
        Base64Text text = new Base64Text(inline);
        int depth = 1;
        while (depth > 0) {
            switch (answer.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    reference = reference.or(() -> reference(answer));
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    text.add(answer.getTextCharacters(), answer.getTextStart(), answer.getTextLength());
                default -> {}
            }
        }
        text.end(answer);
        return reference;
    }

    private static Optional<String> reference(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals("href")) {
                return Optional.of(element.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
