package io.presencemedic.simulator.model;

/** What is installed on a node. */
public enum SimulatedProduct {
    CUCM("callmanager"),
    IMP("cups");

    private final String word;

    SimulatedProduct(String word) {
        this.word = word;
    }

    /** The word by which the cluster view calls it. */
    public String word() {
        return word;
    }
}
