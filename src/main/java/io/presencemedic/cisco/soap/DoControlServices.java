package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceKind;
import io.presencemedic.cisco.service.ServiceName;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Control Center {@code soapDoControlServices} for one service of the node that is asked. Cisco Tomcat, in which this
 * very API runs, and the database are not for it. After a time-out it is never sent again: the service's start time
 * tells what happened.
 *
 * @param nodeName the asked node's own name
 * @param type what to do
 * @param controlled with which service
 */
public record DoControlServices(String nodeName, ControlType type, ServiceName controlled)
        implements ControlCenterOperation<ServiceReport> {
    private static final List<ServiceName> BY_SSH_ONLY = List.of(
            new ServiceName("Cisco Tomcat"),
            ServiceName.DATABASE,
            new ServiceName("A Cisco DB Replicator"),
            new ServiceName("Service Manager"));

    public DoControlServices {
        if (isBySshOnly(controlled)) {
            throw new IllegalArgumentException(controlled + " can be controlled on the platform's CLI only");
        }
    }

    /** What is done with a service. */
    public enum ControlType {
        START("Start"),
        STOP("Stop"),
        RESTART("Restart");

        private final String word;

        ControlType(String word) {
            this.word = word;
        }
    }

    /** Whether a service must not be controlled this way, by any of its names. */
    public static boolean isBySshOnly(ServiceName service) {
        return BY_SSH_ONLY.stream().anyMatch(name -> ServiceCatalog.same(name, service))
                || ServiceCatalog.describe(service)
                        .filter(known -> known.kind() == ServiceKind.PLATFORM)
                        .isPresent();
    }

    @Override
    public String name() {
        return "soapDoControlServices";
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public String summary() {
        return name() + " " + type.word + " " + controlled;
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        ControlCenterOperation.request(
                body, "ControlServiceRequest", nodeName, "ControlType", type.word, controlled.value());
    }

    @Override
    public ServiceReport read(Element result) throws Unreadable {
        return ServiceReport.read(result);
    }
}
