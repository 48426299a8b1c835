package io.presencemedic.diagnosis.fact;

/** How bad a finding is. */
public enum Severity {
    /** Users are without service, or will be soon. */
    CRITICAL,
    /** Something is broken. */
    ERROR,
    /** Something is not as it should be. */
    WARNING,
    /** Worth knowing; nothing needs to be done. */
    INFO
}
