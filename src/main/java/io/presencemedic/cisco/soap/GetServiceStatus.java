package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceName;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Control Center {@code soapGetServiceStatus}: states and start times of services, in one call because calls are
 * counted.
 *
 * @param services the services asked for; empty for all
 */
public record GetServiceStatus(List<ServiceName> services) implements ControlCenterOperation<ServiceReport> {
    public GetServiceStatus {
        services = List.copyOf(services);
    }

    /** Every service of the node. */
    public static GetServiceStatus all() {
        return new GetServiceStatus(List.of());
    }

    /** One service. */
    public static GetServiceStatus of(ServiceName service) {
        return new GetServiceStatus(List.of(service));
    }

    @Override
    public String name() {
        return "soapGetServiceStatus";
    }

    @Override
    public String summary() {
        return services.isEmpty()
                ? name() + " (all)"
                : name() + services.stream().map(ServiceName::value).collect(Collectors.joining(", ", " ", ""));
    }

    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        if (services.isEmpty()) {
            ControlCenterOperation.element(body, "ServiceStatus", "");
        }
        for (ServiceName service : services) {
            ControlCenterOperation.element(body, "ServiceStatus", service.value());
        }
    }

    @Override
    public ServiceReport read(Element result) throws Unreadable {
        return ServiceReport.read(result);
    }
}
