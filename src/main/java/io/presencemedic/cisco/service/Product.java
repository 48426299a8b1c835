package io.presencemedic.cisco.service;

/** The two products of a cluster. */
public enum Product {
    /** Cisco Unified Communications Manager. */
    CUCM,
    /** IM and Presence Service. */
    PRESENCE
}
