package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.SimulatedNodeState;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The administrative web service of one node. */
final class AxlService implements NodeService {
    private static final String TEST_PAGE = "<html><head><title>Cisco CallManager: AXL Web Service</title></head><body>"
            + "<h1>Cisco CallManager: AXL Web Service</h1><p>The AXL Web Service is working and accepting requests. "
            + "Use HTTP POST to send a request.</p></body></html>";

    private final SimulatedCluster cluster;
    private final String node;
    private final Map<String, SimulatedAxlOperation> operations = Stream.of(
                    new SimulatedGetCcmVersion(),
                    new SimulatedListProcessNode(),
                    new SimulatedListPresenceRedundancyGroup(),
                    new SimulatedGetPresenceRedundancyGroup(),
                    new SimulatedExecuteSqlQuery(),
                    new ListPresenceServers(true),
                    new ListPresenceServers(false),
                    new UpdatePresenceRedundancyGroup())
            .collect(Collectors.toMap(SimulatedAxlOperation::name, Function.identity()));

    AxlService(SimulatedCluster cluster, String node) {
        this.cluster = cluster;
        this.node = node;
    }

    @Override
    public Optional<HttpAnswer> outage() {
        return cluster.ask(world -> {
            SimulatedNodeState here = world.node(node);
            if (!here.runs("Cisco AXL Web Service")) {
                return Optional.of(HttpAnswer.refusal(404, "Not Found"));
            }
            return here.axlStatus() == 0
                    ? Optional.<HttpAnswer>empty()
                    : Optional.of(HttpAnswer.refusal(here.axlStatus(), "The service does not answer requests"));
        });
    }

    @Override
    public boolean changes(String operation) {
        @Nullable SimulatedAxlOperation known = operations.get(operation);
        return known != null && known.changes();
    }

    @Override
    public HttpAnswer page() {
        return HttpAnswer.page(200, TEST_PAGE);
    }

    @Override
    public SimulatedSoapFault throttle() {
        return SimulatedSoapFault.of(
                SimulatedSoapFault.NO_MEMORY,
                "Maximum AXL Memory Allocation Consumed. Please retry once requests in progress have completed");
    }

    @Override
    public HttpAnswer unsupportedVersion() {
        return AxlVersions.refusal(cluster.<SimulatedNodeState>ask(world -> world.node(node)));
    }

    @Override
    public HttpAnswer perform(SoapRequest request, String action) {
        return cluster.ask(world -> {
            SimulatedNodeState here = world.node(node);
            return AxlVersions.refusal(request, here).orElseGet(() -> {
                AxlVersions.checkAction(action, request);
                SimulatedAxlOperation operation = find(request, here);
                SoapAnswer.Content content = operation.perform(request, world, here);
                return HttpAnswer.xml(
                        200,
                        SoapAnswer.around(
                                request.namespace(), operation.name() + "Response", request.sequence(), content));
            });
        });
    }

    private SimulatedAxlOperation find(SoapRequest request, SimulatedNodeState here) {
        @Nullable SimulatedAxlOperation operation = operations.get(request.operation());
        if (operation == null) {
            throw SimulatedSoapFault.ofMessage("The operation " + request.operation() + " is not known.");
        }
        if (SoapRequest.children(request.payload()).stream().anyMatch(child -> child.getNamespaceURI() != null)) {
            throw SimulatedSoapFault.ofMessage(
                    "The elements inside " + request.operation() + " must not be in a namespace.");
        }
        if (operation.changes() && !(here.role().isPublisher() && !here.role().isPresence())) {
            throw SimulatedSoapFault.of(SimulatedSoapFault.NOT_POSSIBLE, "The database of this server is read-only");
        }
        return operation;
    }
}
