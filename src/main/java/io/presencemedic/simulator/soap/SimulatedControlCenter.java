package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** The web service that tells and controls the services of one node. */
final class SimulatedControlCenter implements NodeService {
    static final String PATH = "/controlcenterservice2/services/ControlCenterServices";
    private static final String NAMESPACE = "http://schemas.cisco.com/ast/soap";
    private static final Set<String> CHANGING = Set.of("soapDoControlServices", "soapDoServiceDeployment");

    private final SimulatedCluster cluster;
    private final String node;

    SimulatedControlCenter(SimulatedCluster cluster, String node) {
        this.cluster = cluster;
        this.node = node;
    }

    @Override
    public Optional<HttpAnswer> outage() {
        return Optional.empty();
    }

    @Override
    public boolean changes(String operation) {
        return CHANGING.contains(operation);
    }

    @Override
    public HttpAnswer page() {
        return HttpAnswer.page(200, "<html><body><h1>ControlCenterServices</h1></body></html>");
    }

    @Override
    public HttpAnswer unsupportedVersion() {
        return HttpAnswer.refusal(500, "The version is not supported");
    }

    @Override
    public HttpAnswer perform(SoapRequest request, String action) {
        if (!request.namespace().equals(NAMESPACE)) {
            throw SimulatedSoapFault.ofMessage("The operation must be in the namespace " + NAMESPACE);
        }
        SoapAnswer.Content content = cluster.ask(world -> content(request, world, world.node(node)));
        String operation = request.operation();
        return HttpAnswer.xml(
                200,
                SoapAnswer.qualified(
                        NAMESPACE, operation + "Response", answer -> answer.parent(operation + "Return", "", content)));
    }

    private static SoapAnswer.Content content(SoapRequest request, World world, SimulatedNodeState here) {
        return switch (request.operation()) {
            case "soapGetServiceStatus" -> {
                List<String> names = SoapRequest.children(request.payload()).stream()
                        .map(child -> child.getTextContent().strip())
                        .filter(name -> !name.isEmpty())
                        .toList();
                yield new ServiceInformation(world, here).of(names);
            }
            case "soapDoControlServices" -> control(argument(request, "ControlServiceRequest"), world, here);
            case "soapDoServiceDeployment" -> deploy(argument(request, "DeploymentServiceRequest"), world, here);
            case "getProductInformationList" -> new ProductListing(world, here).content();
            default -> throw SimulatedSoapFault.ofMessage("The operation " + request.operation() + " is not known.");
        };
    }

    private static SoapAnswer.Content control(Element argument, World world, SimulatedNodeState here) {
        List<String> names = names(argument, here);
        String type = text(argument, "ControlType");
        for (String name : names) {
            if (ServiceInformation.isReserved(name)) {
                continue;
            }
            switch (type) {
                case "Start" -> world.services().start(here.name(), name);
                case "Stop" -> world.services().stop(here.name(), name);
                case "Restart" -> world.services().restart(here.name(), name);
                default -> throw SimulatedSoapFault.ofMessage("ControlType is none of Start, Stop and Restart.");
            }
        }
        return new ServiceInformation(world, here).afterCommand(names);
    }

    private static SoapAnswer.Content deploy(Element argument, World world, SimulatedNodeState here) {
        List<String> names = names(argument, here);
        String type = text(argument, "DeployType");
        for (String name : names) {
            switch (type) {
                case "Deploy" -> world.services().activate(here.name(), name);
                case "UnDeploy" -> world.services().deactivate(here.name(), name);
                default -> throw SimulatedSoapFault.ofMessage("DeployType is neither Deploy nor UnDeploy.");
            }
        }
        return new ServiceInformation(world, here).afterCommand(names);
    }

    private static List<String> names(Element argument, SimulatedNodeState here) {
        if (!here.isCalled(text(argument, "NodeName"))) {
            throw SimulatedSoapFault.ofMessage("NodeName must be the name of the node that is asked.");
        }
        List<String> names = SoapRequest.children(argument).stream()
                .filter(child -> "ServiceList".equals(child.getLocalName()))
                .flatMap(list -> SoapRequest.children(list).stream())
                .map(item -> item.getTextContent().strip())
                .toList();
        if (names.isEmpty()) {
            throw SimulatedSoapFault.ofMessage("ServiceList must name a service.");
        }
        return names;
    }

    private static Element argument(SoapRequest request, String name) {
        return request.child(name)
                .orElseThrow(() -> SimulatedSoapFault.ofMessage("The element " + name + " is missing."));
    }

    private static String text(Element parent, String name) {
        return SoapRequest.children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }
}
