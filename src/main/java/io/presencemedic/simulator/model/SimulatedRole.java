package io.presencemedic.simulator.model;

/** What a modelled node is in its cluster. */
public enum SimulatedRole {
    CUCM_PUBLISHER(SimulatedProduct.CUCM, true),
    CUCM_SUBSCRIBER(SimulatedProduct.CUCM, false),
    IMP_PUBLISHER(SimulatedProduct.IMP, true),
    IMP_SUBSCRIBER(SimulatedProduct.IMP, false);

    private final SimulatedProduct product;
    private final boolean publisher;

    SimulatedRole(SimulatedProduct product, boolean publisher) {
        this.product = product;
        this.publisher = publisher;
    }

    /** What is installed on the node. */
    public SimulatedProduct product() {
        return product;
    }

    /** Whether the node holds its product's writable database. */
    public boolean isPublisher() {
        return publisher;
    }

    /** Whether the node runs the IM and Presence Service. */
    public boolean isPresence() {
        return product == SimulatedProduct.IMP;
    }
}
