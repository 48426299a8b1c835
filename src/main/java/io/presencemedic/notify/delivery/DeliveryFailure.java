package io.presencemedic.notify.delivery;

/** Why an attempt did not reach its aim. */
public enum DeliveryFailure {
    /** The receiver answered with another status than 2xx. */
    NOT_ACCEPTED,
    /** The receiver is gone for good (410). */
    GONE,
    /** The receiver's address may not be connected to. */
    ADDRESS_REFUSED,
    /** The receiver's name has no address. */
    NAME_UNKNOWN,
    /** The time limit was over. */
    TIMED_OUT,
    /** No TLS connection came about: its certificate is not trusted, or not for this name. */
    TLS_FAILED,
    /** No connection came about. */
    CONNECTION_FAILED,
    /** The connection ended before the answer was complete. */
    ANSWER_BROKEN,
    /** The signing secret cannot be opened with this process' key. */
    SECRET_UNREADABLE,
    /** The credential that the endpoint names is not configured. */
    CREDENTIAL_UNKNOWN,
    /** The credential that the endpoint names is for other hosts. */
    CREDENTIAL_BOUND,
    /** ServiceNow has no record of that number. */
    RECORD_UNKNOWN
}
