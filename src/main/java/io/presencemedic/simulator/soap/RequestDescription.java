package io.presencemedic.simulator.soap;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A request in words.
 *
 * @param operation the operation; empty where the message holds none
 * @param text the operation with its arguments, such as {@code listProcessNode name=%}, or method and path
 */
record RequestDescription(String operation, String text) {
    static RequestDescription of(HttpExchange exchange, byte[] body) {
        if (exchange.getRequestMethod().equals("POST")) {
            try {
                return of(SoapRequest.parse(body));
            } catch (SimulatedSoapFault unreadable) {
                // Told by method and path, like everything that is no message.
            }
        }
        return new RequestDescription(
                "", exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    }

    static RequestDescription of(SoapRequest request) {
        return new RequestDescription(request.operation(), request.operation() + arguments(request.payload()));
    }

    private static String arguments(Element parent) {
        return SoapRequest.children(parent).stream()
                .filter(child -> !"returnedTags".equals(child.getLocalName()))
                .map(RequestDescription::argument)
                .collect(Collectors.joining());
    }

    private static String argument(Element element) {
        List<Element> children = SoapRequest.children(element);
        return children.isEmpty()
                ? " " + element.getLocalName() + "=" + element.getTextContent().strip()
                : arguments(element);
    }
}
