package io.presencemedic.cisco.soap;

/**
 * The name of a log, as a node lists it.
 *
 * @param name the node's own spelling
 * @param list the list in which it stands, and in which it must be asked for
 */
public record LogName(String name, LogList list) {
    /** The two lists of logs that a node has. */
    public enum LogList {
        /** Logs of services. */
        SERVICE,
        /** Logs of the system, the event viewer's among them. */
        SYSTEM
    }
}
