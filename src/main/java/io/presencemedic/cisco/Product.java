package io.presencemedic.cisco;

/** The two products of a cluster. */
public enum Product {
    /** Cisco Unified Communications Manager. */
    CUCM,
    /** IM and Presence Service. */
    PRESENCE
}
