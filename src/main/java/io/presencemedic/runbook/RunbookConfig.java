package io.presencemedic.runbook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** The procedures' waits. */
@ConfigMapping(prefix = "medic.runbook")
public interface RunbookConfig {
    /** The document's "about 5 minutes": how long services may take, as patience and not as a sleep. */
    @WithName("wait")
    @WithDefault("PT5M")
    Duration patience();

    /** How long nothing else is done after high availability was switched (C1). */
    @WithDefault("PT2M")
    Duration highAvailabilitySettle();

    /**
     * How long after the settle time a switch of high availability may take to arrive on the IM and Presence side (C1).
     */
    @WithDefault("PT10M")
    Duration highAvailabilityPatience();

    /** How long a node may be on its way between two states of high availability before that is said (C3). */
    @WithDefault("PT15M")
    Duration transitionPatience();

    /** How long a fallback, a failover or a recovery may take until the states show it (F1 to F3). */
    @WithDefault("PT15M")
    Duration failoverPatience();

    /** How long replication may take to be set up again before high availability is given up (C2). */
    @WithDefault("PT30M")
    Duration replicationPatience();

    /** Pause between two looks of a waiting line. */
    @WithDefault("PT10S")
    Duration poll();
}
