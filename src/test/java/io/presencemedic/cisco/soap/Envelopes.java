package io.presencemedic.cisco.soap;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Answers of web services, as texts. */
final class Envelopes {
    private Envelopes() {}

    static <T> T read(Operation<T> operation, String answer) throws Exception {
        return Envelope.read(operation, new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    static String envelope(String body) {
        return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>" + body
                + "</e:Body></e:Envelope>";
    }

    static String axl(String operation, String result) {
        return envelope("<ns:" + operation + "Response xmlns:ns='http://www.cisco.com/AXL/API/12.5'><return>" + result
                + "</return></ns:" + operation + "Response>");
    }
}
