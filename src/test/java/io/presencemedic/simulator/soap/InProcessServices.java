package io.presencemedic.simulator.soap;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.JournalEntry;
import io.presencemedic.simulator.model.SimulatedCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The simulated web services, asked without a socket: the same envelopes, no TLS, no accounts and no throttling. */
public final class InProcessServices {
    private final SimulatedCluster cluster;
    private final Consumer<JournalEntry> heard;

    /** Tells {@code heard} of every operation. */
    public InProcessServices(SimulatedCluster cluster, Consumer<JournalEntry> heard) {
        this.cluster = cluster;
        this.heard = heard;
    }

    /** Calls an operation in the version that the node speaks. */
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        if (!cluster.<Boolean>ask(world -> world.node(node.name()).runs("Cisco Tomcat"))) {
            throw new LinkException(new LinkFailure.Lost(node.name(), operation.summary(), "the connection was cut"));
        }
        HttpAnswer first = answer(node, operation, AxlVersion.FIRST_TRIED);
        HttpAnswer answer = first.status() == 599
                ? answer(node, operation, AxlVersion.supported(text(first)).get(0))
                : first;
        if (answer.status() != 200 && answer.status() != 500) {
            String words =
                    "HTTP status " + answer.status() + " (" + text(answer).replaceAll("<[^>]*>", " ") + ")";
            throw answer.status() == 404 && operation.service() == SoapService.AXL
                    ? new LinkException(new LinkFailure.NotServing(
                            node.name(), operation.summary(), words + ": is the service active?"))
                    : refused(node, operation, words);
        }
        return read(node, operation, answer);
    }

    private HttpAnswer answer(Node node, Operation<?> operation, AxlVersion version) {
        NodeService service = service(operation.service(), node.name());
        SoapRequest request = SoapRequest.parse(Envelope.write(operation, version));
        boolean isOut = service.outage().isPresent();
        heard.accept(new JournalEntry(
                node.name(),
                Channel.SOAP,
                RequestDescription.of(request).text(),
                service.changes(request.operation()),
                !isOut,
                cluster.time().wall()));
        try {
            return service.outage().orElseGet(() -> service.perform(request, Envelope.action(operation, version)));
        } catch (io.presencemedic.simulator.soap.SimulatedSoapFault fault) {
            return HttpAnswer.xml(500, SoapAnswer.fault(fault, request.operation()));
        }
    }

    private NodeService service(SoapService service, String node) {
        return switch (service) {
            case AXL -> new AxlService(cluster, node);
            case CONTROL_CENTER -> new SimulatedControlCenter(cluster, node);
            case LOG_COLLECTION, DIME -> new LogCollection(cluster, node);
        };
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static <T> T read(Node node, Operation<T> operation, HttpAnswer answer) throws LinkException {
        try {
            return Envelope.read(operation, new ByteArrayInputStream(answer.body()));
        } catch (SoapFault fault) {
            throw refused(node, operation, fault.words());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new LinkException(
                    new LinkFailure.NotUnderstood(node.name(), operation.summary(), e.line(), e.text(), e.why()));
        }
    }

    private static LinkException refused(Node node, Operation<?> operation, String words) {
        return new LinkException(new LinkFailure.Refused(node.name(), operation.summary(), words));
    }
}
