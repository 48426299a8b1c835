package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Control Center says about services, or about what it was told to do with them.
 *
 * @param returnCode 0 where the call itself worked; null where the node did not say
 * @param reasonCode the service manager's code for the whole call; -1 where all is well
 * @param reasonText its words; null where there are none
 * @param services in the node's order; a service that does not exist may be missing
 */
public record ServiceReport(
        @Nullable String returnCode,
        int reasonCode,
        @Nullable String reasonText,
        List<ControlledService> services) {
    public ServiceReport {
        services = List.copyOf(services);
    }

    /** The service, if the node reports it, also where the node's release spells its name otherwise. */
    public Optional<ControlledService> find(ServiceName name) {
        return services.stream()
                .filter(service -> ServiceCatalog.same(service.name(), name))
                .findFirst();
    }

    /** Whether the node did what it was told, or found it so: the codes of the call and of every service are good. */
    public boolean accepted() {
        return succeeded() && services.stream().allMatch(service -> ReasonCode.isGood(service.reasonCode()));
    }

    /** Whether the call itself worked, whatever it tells of single services. */
    public boolean succeeded() {
        return (returnCode == null || returnCode.equals("0")) && ReasonCode.isGood(reasonCode);
    }

    /** Whether the node says that this must be done another way: by the platform's CLI. */
    public boolean notByThisWay() {
        return ReasonCode.isNotByThisWay(reasonCode)
                || services.stream().anyMatch(service -> ReasonCode.isNotByThisWay(service.reasonCode()));
    }

    static ServiceReport read(Element result) throws Unreadable {
        Element list = result.find("ServiceInfoList").orElse(null);
        List<ControlledService> services =
                list == null ? List.of() : AxlOperation.each(list, "item", ControlledService::read);
        return new ServiceReport(
                result.textOf("ReturnCode"),
                ReasonCode.read(result, "ReasonCode"),
                result.textOf("ReasonString"),
                services);
    }
}
