package io.presencemedic.simulator.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.presencemedic.simulator.model.NodeFile;
import io.presencemedic.simulator.model.NodeFiles;
import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.SimulatedNodeLogs;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.xml.stream.XMLStreamException;

/** The web service that lists log files and hands them out: names for the whole cluster, files of the asked node. */
final class LogCollection implements NodeService {
    static final String PATH = "/logcollectionservice2/services/LogCollectionPortTypeService";
    private static final String NAMESPACE = "http://schemas.cisco.com/ast/soap";
    private static final String BOUNDARY = "MIMEBoundaryurn_uuid_7C0B2F4D9E61";
    private static final String ROOT = "0.urn:uuid:7C0B2F4D9E61@apache.org";
    private static final String FILE = "1.urn:uuid:7C0B2F4D9E61@apache.org";

    private final SimulatedCluster cluster;
    private final String node;

    LogCollection(SimulatedCluster cluster, String node) {
        this.cluster = cluster;
        this.node = node;
    }

    @Override
    public Optional<HttpAnswer> outage() {
        return this.<Boolean>ask((world, here) -> here.runs("SOAP -Log Collection APIs"))
                ? Optional.empty()
                : Optional.of(HttpAnswer.refusal(404, "Not Found"));
    }

    @Override
    public boolean changes(String operation) {
        return false;
    }

    @Override
    public HttpAnswer page() {
        return HttpAnswer.page(200, "<html><body><h1>LogCollectionPortTypeService</h1></body></html>");
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
        return switch (request.operation()) {
            case "listNodeServiceLogs" -> xml("listNodeServiceLogsResponse", ask(LogCollection::names));
            case "selectLogFiles" -> {
                LogSelection selection = LogSelection.of(request);
                yield xml("selectLogFilesResponse", ask(selection::answer));
            }
            case "FileName" -> file(request.payload().getTextContent().strip());
            case "LocalHost" ->
                HttpAnswer.xml(
                        200,
                        SoapAnswer.qualified(NAMESPACE, "TimeZone", answer -> answer.text("Client: (GMT+0:0)Etc/UTC")));
            default -> throw SimulatedSoapFault.ofMessage("The operation " + request.operation() + " is not known.");
        };
    }

    private <T> T ask(BiFunction<World, SimulatedNodeState, T> question) {
        return cluster.ask(world -> question.apply(world, world.node(node)));
    }

    private static HttpAnswer xml(String element, SoapAnswer.Content content) {
        return HttpAnswer.xml(200, SoapAnswer.qualified(NAMESPACE, element, content));
    }

    private static SoapAnswer.Content names(World world, SimulatedNodeState here) {
        return answer -> {
            for (SimulatedNodeState other : world.nodes()) {
                SimulatedNodeLogs logs = new SimulatedNodeLogs(world, other);
                answer.parent("listNodeServiceLogsReturn", "", list -> {
                    list.element("name", other.name());
                    list.parent("ServiceLog", "", services -> items(services, logs, false));
                    list.parent("SystemLog", "", system -> items(system, logs, true));
                });
            }
        };
    }

    private static void items(SoapAnswer answer, SimulatedNodeLogs logs, boolean system) throws XMLStreamException {
        for (String name : logs.names(system)) {
            answer.element("item", name);
        }
    }

    /** The file itself is the second part of the answer, as bytes. */
    HttpAnswer file(String path) {
        NodeFile file = ask((world, here) -> new NodeFiles(world, here).find(path))
                .orElseThrow(() -> SimulatedSoapFault.ofMessage("FileName " + path + " do not exist"));
        String envelope = "<?xml version='1.0' encoding='UTF-8'?><soapenv:Envelope"
                + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><ns1:GetOneFileReturn"
                + " xmlns:ns1=\"" + NAMESPACE + "\"><xop:Include href=\"cid:" + FILE
                + "\" xmlns:xop=\"http://www.w3.org/2004/08/xop/include\"/></ns1:GetOneFileReturn></soapenv:Body>"
                + "</soapenv:Envelope>";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "application/xop+xml; charset=UTF-8; type=\"text/xml\"", ROOT, envelope.getBytes(UTF_8));
        part(body, "application/octet-stream", FILE, file.bytes());
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return new HttpAnswer(
                200,
                "multipart/related; boundary=" + BOUNDARY + "; type=\"application/xop+xml\"; start=\"<" + ROOT
                        + ">\"; start-info=\"text/xml\"",
                body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String type, String id, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Type: " + type
                + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + id + ">\r\n\r\n";
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }
}
