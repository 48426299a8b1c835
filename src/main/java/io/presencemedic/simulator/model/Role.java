package io.presencemedic.simulator.model;

/** What a modelled node is in its cluster. */
public enum Role {
    CUCM_PUBLISHER(Product.CUCM, true),
    CUCM_SUBSCRIBER(Product.CUCM, false),
    IMP_PUBLISHER(Product.IMP, true),
    IMP_SUBSCRIBER(Product.IMP, false);

    private final Product product;
    private final boolean publisher;

    Role(Product product, boolean publisher) {
        this.product = product;
        this.publisher = publisher;
    }

    /** What is installed on the node. */
    public Product product() {
        return product;
    }

    /** Whether the node holds its product's writable database. */
    public boolean isPublisher() {
        return publisher;
    }

    /** Whether the node runs the IM and Presence Service. */
    public boolean isPresence() {
        return product == Product.IMP;
    }
}
