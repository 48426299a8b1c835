package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Control Center {@code soapDoServiceDeployment}: activates or deactivates one feature service (D1.4).
 *
 * @param nodeName the asked node's own name
 * @param active whether the service is to be activated
 * @param controlled the service
 */
public record DoServiceDeployment(String nodeName, boolean active, ServiceName controlled)
        implements ControlCenterOperation<ServiceReport> {
    @Override
    public String name() {
        return "soapDoServiceDeployment";
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public String summary() {
        return name() + " " + type() + " " + controlled;
    }

    private String type() {
        return active ? "Deploy" : "UnDeploy";
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        ControlCenterOperation.request(
                body, "DeploymentServiceRequest", nodeName, "DeployType", type(), controlled.value());
    }

    @Override
    public ServiceReport read(Element result) throws Unreadable {
        return ServiceReport.read(result);
    }
}
