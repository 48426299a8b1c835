package io.presencemedic.cisco.service;

/** Why a service is not started, as the note on the right of the list says it (D1.3 to D1.6). */
public enum StopReason {
    /** "Service Not Activated": a feature service that was never activated (D1.4). */
    NOT_ACTIVATED,
    /** "Commanded Out of Service": stopped by hand, by high availability or by another restart (D1.5). */
    COMMANDED_OUT_OF_SERVICE,
    /** "Component is not running". */
    NOT_RUNNING,
    /** A note that the list prints and that is none of the others. */
    OTHER
}
