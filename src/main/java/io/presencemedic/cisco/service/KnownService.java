package io.presencemedic.cisco.service;

import java.util.List;
import java.util.Set;

/**
 * A service of the catalogue.
 *
 * @param name its name in current releases
 * @param kind how it comes to run
 * @param products the products that have it
 * @param publisherOnly whether it is stopped on subscribers and that is right
 * @param optional whether it is stopped on any node unless somebody configured or wants it
 * @param processes names of its processes, as core files bear them
 * @param aliases its names in other releases, tools and tables
 * @param needs the services of the same node without which it does not start
 */
public record KnownService(
        ServiceName name,
        ServiceKind kind,
        Set<Product> products,
        boolean publisherOnly,
        boolean optional,
        List<String> processes,
        List<ServiceName> aliases,
        List<ServiceName> needs) {
    public KnownService {
        products = Set.copyOf(products);
        processes = List.copyOf(processes);
        aliases = List.copyOf(aliases);
        needs = List.copyOf(needs);
    }

    /**
     * Whether it is right that the service does not run on a node.
     *
     * @param product what the node runs
     * @param publisher whether the node is its product's publisher
     */
    public boolean mayBeStopped(Product product, boolean publisher) {
        return optional || (publisherOnly && !publisher) || !products.contains(product);
    }
}
