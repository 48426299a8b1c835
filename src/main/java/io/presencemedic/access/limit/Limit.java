package io.presencemedic.access.limit;

/** What is counted, for each caller, in a minute. */
public enum Limit {
    /** Every request. */
    REQUESTS("requests"),
    /** Jobs, diagnoses and bundles that are asked for. */
    SUBMISSIONS("submissions"),
    /** Pasted logs that are read. */
    ANALYSES("analyses");

    private final String label;

    Limit(String label) {
        this.label = label;
    }

    /** Its name in headers and metrics. */
    public String label() {
        return label;
    }
}
