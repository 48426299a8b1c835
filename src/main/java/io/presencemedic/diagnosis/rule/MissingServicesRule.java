package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.service.KnownService;
import io.presencemedic.cisco.service.Product;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list of an IM and Presence node that does not name services which every such node has proves nothing about them.
 */
final class MissingServicesRule implements Rule {
    private static final Set<ServiceName> EVERY_NODE_HAS = everyNodeHas();

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.undetermined(facts.services().stream()
                .filter(NodeServiceStates::presence)
                .filter(services -> services.complete() && !missing(services).isEmpty())
                .map(services -> new Undetermined(
                        services.name().orElse(null),
                        FactKey.SERVICES.name(),
                        "The list does not name services that every IM and Presence node has, so nothing is known about them: "
                                + missing(services).stream()
                                        .map(ServiceName::value)
                                        .collect(Collectors.joining(", "))
                                + ".")));
    }

    /** What the node's list should name and does not. */
    static List<ServiceName> missing(NodeServiceStates services) {
        return EVERY_NODE_HAS.stream()
                .filter(name -> services.row(name.value()).isEmpty())
                .toList();
    }

    private static Set<ServiceName> everyNodeHas() {
        Set<ServiceName> names = new LinkedHashSet<>(ServiceOrder.NETWORK_SERVICES);
        names.addAll(ServiceOrder.PRESENCE_ENGINE_PREREQUISITES);
        names.addAll(ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES);
        names.add(OutageCauses.DATABASE);
        return names.stream()
                .filter(name -> ServiceCatalog.describe(name)
                        .map(KnownService::products)
                        .filter(products -> products.contains(Product.PRESENCE))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
