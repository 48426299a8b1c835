package io.presencemedic.cluster;

import io.presencemedic.cisco.service.Product;

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

    /** Whether the node is its product's publisher. */
    public boolean isPublisher() {
        return this == IMP_PUBLISHER || this == CUCM_PUBLISHER;
    }

    /** What the node runs. */
    public Product product() {
        return isPresence() ? Product.PRESENCE : Product.CUCM;
    }
}
