package io.presencemedic.simulator.soap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.Faults;
import io.presencemedic.simulator.Journal;
import io.presencemedic.simulator.JournalEntry;
import io.presencemedic.simulator.SimulatorContext;
import io.presencemedic.simulator.model.SimulatedCluster;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes requests for a web service of one node, and lets faults strike them. */
final class ServiceHandler implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(ServiceHandler.class.getName());
    private static final int LARGEST_REQUEST = 1 << 20;

    private final SimulatedCluster cluster;
    private final String node;
    private final Faults faults;
    private final Journal heard;
    private final WebGate gate;
    private final NodeService service;

    ServiceHandler(SimulatorContext context, String node, NodeService service) {
        this.cluster = context.cluster();
        this.node = node;
        this.faults = context.faults();
        this.heard = context.heard();
        this.gate = new WebGate(node, context.application(), faults, cluster.time());
        this.service = service;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A request to " + node + " met a defect of the simulator.", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!cluster.<Boolean>ask(world -> world.node(node).runs("Cisco Tomcat"))) {
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        RequestDescription asked = RequestDescription.of(exchange, body);
        List<Fault> strikes = faults.strike(node, Channel.SOAP, asked.text());
        Optional<HttpAnswer> refusal = refusal(exchange, strikes);
        boolean reached = refusal.isEmpty() && !has(strikes, FaultKind.DROP_BEFORE);
        heard.add(new JournalEntry(
                node,
                Channel.SOAP,
                asked.text(),
                service.changes(asked.operation()),
                reached,
                cluster.time().wall()));
        if (!has(strikes, FaultKind.DROP_BEFORE)) {
            HttpAnswer answer = refusal.orElseGet(() -> perform(exchange, body));
            new FaultyAnswer(exchange, cluster.time(), strikes).send(answer);
        }
    }

    private Optional<HttpAnswer> refusal(HttpExchange exchange, List<Fault> strikes) {
        if (has(strikes, FaultKind.UNAVAILABLE)) {
            return Optional.of(HttpAnswer.refusal(503, "Service Unavailable"));
        }
        Optional<HttpAnswer> closed = gate.refusal(exchange.getRequestHeaders(), exchange.getResponseHeaders());
        if (closed.isPresent()) {
            return closed;
        }
        if (has(strikes, FaultKind.FORBIDDEN)) {
            return Optional.of(HttpAnswer.refusal(403, "Forbidden"));
        }
        if (has(strikes, FaultKind.THROTTLED)) {
            return Optional.of(HttpAnswer.xml(500, SoapAnswer.fault(service.throttle(), "")));
        }
        if (has(strikes, FaultKind.UNSUPPORTED_VERSION)) {
            return Optional.of(service.unsupportedVersion());
        }
        return service.outage();
    }

    private HttpAnswer perform(HttpExchange exchange, byte[] body) {
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> service.page();
            case "POST" -> post(exchange, body);
            default -> HttpAnswer.refusal(405, "Method Not Allowed");
        };
    }

    private HttpAnswer post(HttpExchange exchange, byte[] body) {
        String operation = "";
        try {
            SoapRequest request = SoapRequest.parse(body);
            operation = request.operation();
            String action = exchange.getRequestHeaders().getFirst("SOAPAction");
            return service.perform(request, Objects.requireNonNullElse(action, ""));
        } catch (SimulatedSoapFault fault) {
            return HttpAnswer.xml(500, SoapAnswer.fault(fault, operation));
        }
    }

    private static boolean has(List<Fault> strikes, FaultKind kind) {
        return strikes.stream().anyMatch(fault -> fault.kind() == kind);
    }
}
