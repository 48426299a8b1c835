package io.presencemedic.simulator;

/** The way on which a node hears something. */
public enum Channel {
    SSH,
    SOAP
}
