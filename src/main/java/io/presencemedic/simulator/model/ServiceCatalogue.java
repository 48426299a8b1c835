package io.presencemedic.simulator.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All services that the modelled nodes have, in the order in which a booting node starts them. */
public final class ServiceCatalogue {
    private final Map<String, ServiceSpec> byName = new LinkedHashMap<>();

    ServiceCatalogue(List<ServiceSpec> specs) {
        specs.forEach(spec -> byName.put(spec.name(), spec));
    }

    /** The catalogue that is part of the simulator. */
    public static ServiceCatalogue standard() {
        return new ServiceCatalogue(Resources.list("services.yaml", ServiceSpec.class));
    }

    /** The services of a product. */
    public List<ServiceSpec> of(SimulatedProduct product) {
        return byName.values().stream()
                .filter(spec -> spec.on().contains(product))
                .toList();
    }

    /**
     * What the catalogue says about a service.
     *
     * @throws IllegalArgumentException if it does not know the name
     */
    public ServiceSpec spec(String name) {
        ServiceSpec spec = byName.get(name);
        if (spec == null) {
            throw new IllegalArgumentException("The simulator's catalogue has no service '" + name + "'.");
        }
        return spec;
    }
}
