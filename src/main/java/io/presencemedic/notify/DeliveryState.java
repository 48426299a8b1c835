package io.presencemedic.notify;

/** How far a message has come. */
public enum DeliveryState {
    /** It is sent, or sent again, when it is due and its turn. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** It was given up. */
    FAILED
}
