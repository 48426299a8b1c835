package io.presencemedic.cluster;

import io.presencemedic.access.Network;
import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the inventory takes, {@code medic.cluster.*}. */
@ConfigMapping(prefix = "medic.cluster")
interface ClusterConfig {
    /**
     * Networks in CIDR notation in which nodes may be although their addresses are the service's own machine's, of one
     * link, multicast, or those at which clouds tell secrets to their machines; such as {@code 127.0.0.0/8} for a
     * simulator.
     */
    Optional<List<Network>> specialNetworks();
}
