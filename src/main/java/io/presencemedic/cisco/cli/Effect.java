package io.presencemedic.cisco.cli;

/** Whether a command or a SOAP operation leaves the platform as it was. */
public enum Effect {
    READS,
    CHANGES
}
