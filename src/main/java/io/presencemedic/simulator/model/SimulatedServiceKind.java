package io.presencemedic.simulator.model;

/** To which part of the platform a service belongs. */
public enum SimulatedServiceKind {
    /** A row of the list's first section, which the operating system looks after. */
    PLATFORM,
    /** A service that every product of the platform has. */
    COMMON,
    /** A service that runs without being activated. */
    NETWORK,
    /** A service that an administrator activates. */
    FEATURE
}
