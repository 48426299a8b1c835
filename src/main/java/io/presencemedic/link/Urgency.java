package io.presencemedic.link;

/** Who goes first where two links want the same node's shell. */
public enum Urgency {
    /** A job that repairs: its command goes before any diagnosis' command. */
    REMEDIATION,
    /** A job that only reads: it waits, and gives way where its command takes long. */
    DIAGNOSIS
}
