package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node says about its own software.
 *
 * @param activeVersion full version without the processor's name, such as {@code 14.0.1.12900-10}
 * @param primaryNode name or address of the publisher; null where the node did not say
 * @param services the services that the node offers
 */
public record ProductInformation(
        String activeVersion, @Nullable String primaryNode, List<ListedService> services) {
    public ProductInformation {
        services = List.copyOf(services);
    }

    /**
     * A service that a node offers.
     *
     * @param name the platform's spelling
     * @param deployable whether it is a feature service, which can be activated
     * @param group heading under which it is shown; null where there is none
     */
    public record ListedService(
            ServiceName name, boolean deployable, @Nullable String group) {
        static ListedService read(Element item) throws Unreadable {
            return new ListedService(
                    new ServiceName(item.requiredText("ServiceName")),
                    "true".equalsIgnoreCase(item.textOf("Deployable")) || "1".equals(item.textOf("Deployable")),
                    item.textOf("GroupName"));
        }

        /** Listings are known to hold a row that is no service. */
        boolean isJunk() {
            return name.value().equalsIgnoreCase("yes");
        }
    }

    static ProductInformation read(Element result) throws Unreadable {
        Element services = result.find("Services").orElse(null);
        List<ListedService> listed =
                services == null ? List.of() : AxlOperation.each(services, "item", ListedService::read);
        return new ProductInformation(
                result.requiredText("ActiveServerVersion").replaceFirst("\\.(?:i\\d86|x86_64|noarch)$", ""),
                result.textOf("PrimaryNode"),
                listed.stream().filter(service -> !service.isJunk()).toList());
    }
}
