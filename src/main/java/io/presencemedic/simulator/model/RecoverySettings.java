package io.presencemedic.simulator.model;

import java.time.Duration;

/** The Server Recovery Manager's service parameters, and how it behaves where no document says so. */
final class RecoverySettings {
    /** How long a critical service may be missing before the node fails over. */
    Duration criticalServiceDelay = Duration.ofSeconds(90);
    /** How long a node may be silent before its peer takes it for lost. */
    Duration keepAliveTimeout = Duration.ofSeconds(60);
    /** Whether users go home by themselves once their node's critical services have run long enough. */
    boolean automaticFallback;
    /** How long the critical services have to run before an automatic fallback. */
    Duration automaticFallbackAfter = Duration.ofMinutes(30);
    /** Whether a group that has failed begins anew by itself once all critical services run. */
    boolean automaticRecovery;
    /** Whether a manual failover ends in Failed Over instead of Idle. */
    boolean manualFailoverEndsFailedOver;
    /** Whether a node whose own recovery manager does not run is called Unknown, whatever its services do. */
    boolean silentNodeIsUnknown;
    /** Whether the database of presence data in memory is watched too. */
    boolean datastoresAreCritical = true;
    /** Whether CUCM's switch reaches the nodes without the Sync Agent, by replication alone. */
    boolean travelsWithoutSyncAgent;
    /** Whether users who have failed over stay on the peer when high availability is switched off. */
    boolean usersStayOnPeer;
    /** Whether {@code utils ha status} speaks with the words of the configuration guide. */
    boolean wordsOfTheGuide;
}
