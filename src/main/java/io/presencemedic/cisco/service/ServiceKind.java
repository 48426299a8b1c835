package io.presencemedic.cisco.service;

/** How a service comes to run. */
public enum ServiceKind {
    /** Runs on every node by itself; cannot be activated or deactivated. */
    NETWORK,
    /** Runs once it is activated, and some only once their feature is configured. */
    FEATURE,
    /** Part of the operating platform, such as the SSH server. */
    PLATFORM
}
