package io.presencemedic.cluster;

/** What a node is in its cluster. */
public enum NodeRole {
    CUCM_PUBLISHER,
    CUCM_SUBSCRIBER,
    IMP_PUBLISHER,
    IMP_SUBSCRIBER;

    /** Whether the node runs the IM and Presence Service. */
    public boolean isPresence() {
        return this == IMP_PUBLISHER || this == IMP_SUBSCRIBER;
    }
}
