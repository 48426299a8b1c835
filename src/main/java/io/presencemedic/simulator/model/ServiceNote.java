package io.presencemedic.simulator.model;

/** What the platform says beside a service that is not started. */
public enum ServiceNote {
    SERVICE_ACTIVATED("Service Activated"),
    SERVICE_NOT_ACTIVATED("Service Not Activated"),
    COMMANDED_OUT_OF_SERVICE("Commanded Out of Service"),
    NOT_RUNNING("Component is not running");

    private final String text;

    ServiceNote(String text) {
        this.text = text;
    }

    /** The platform's words. */
    public String text() {
        return text;
    }
}
