package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedCluster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers SOAP requests for a node of a simulated cluster without a server in between. */
public final class SoapDesk {
    private final SimulatedCluster cluster;

    public SoapDesk(SimulatedCluster cluster) {
        this.cluster = cluster;
    }

    /** What the web server answers; empty where it is not there to answer. */
    public Optional<Reply> ask(String node, boolean axl, byte[] request, String action) {
        boolean serves = cluster.ask(
                world -> !world.node(node).down() && world.node(node).runs("Cisco Tomcat"));
        if (!serves) {
            return Optional.empty();
        }
        NodeService service = axl ? new AxlService(cluster, node) : new ControlCenter(cluster, node);
        HttpAnswer answer = service.outage().orElseGet(() -> perform(service, request, action));
        return Optional.of(new Reply(answer.status(), new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private static HttpAnswer perform(NodeService service, byte[] request, String action) {
        try {
            return service.perform(SoapRequest.parse(request), action);
        } catch (SoapFault fault) {
            return HttpAnswer.xml(500, SoapAnswer.fault(fault, ""));
        }
    }

    /** An HTTP answer. */
    public record Reply(int status, String body) {}
}
