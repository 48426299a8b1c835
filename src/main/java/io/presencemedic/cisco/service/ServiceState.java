package io.presencemedic.cisco.service;

import io.presencemedic.cisco.LetterCase;
import java.util.Optional;

/** The states in which the platform reports a service (D1.1, D1.6). */
public enum ServiceState {
    STARTED,
    STARTING,
    STOPPED,
    STOPPING,
    NOTRUNNING;

    /** Whether the service is down and not on its way to anything else. */
    public boolean isStopped() {
        return this == STOPPED || this == NOTRUNNING;
    }

    /**
     * Reads the word that stands in brackets behind a service; letter case does not matter.
     *
     * @return empty for a word that the platform is not known to use
     */
    public static Optional<ServiceState> ofWord(String word) {
        String sought = LetterCase.upper(word.strip());
        for (ServiceState state : values()) {
            if (state.name().equals(sought)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
