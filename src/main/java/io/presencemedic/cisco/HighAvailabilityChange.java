package io.presencemedic.cisco;

/** Which way high availability of a redundancy group was switched. */
public enum HighAvailabilityChange {
    /** Switched on. */
    ENABLE,
    /** Switched off. */
    DISABLE;

    /** The change that ends in this setting. */
    public static HighAvailabilityChange to(boolean on) {
        return on ? ENABLE : DISABLE;
    }
}
