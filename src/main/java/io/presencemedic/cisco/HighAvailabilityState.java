package io.presencemedic.cisco;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The states of a node in its presence redundancy group, as the configuration guide lists them. */
public enum HighAvailabilityState {
    INITIALIZING(Kind.TRANSITION, "initialising"),
    IDLE(Kind.STABLE),
    NORMAL(Kind.STABLE),
    RUNNING_IN_BACKUP_MODE(Kind.STABLE, "backup mode", "backup activated"),
    TAKING_OVER(Kind.TRANSITION),
    FAILING_OVER(Kind.TRANSITION, "failover"),
    FAILED_OVER(Kind.STABLE),
    FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING(Kind.STABLE, "failover affected services"),
    FALLING_BACK(Kind.TRANSITION),
    TAKING_BACK(Kind.TRANSITION),
    RUNNING_IN_FAILED_MODE(Kind.ERROR, "failed"),
    UNKNOWN(Kind.ERROR);

    /** Whether a state lasts, passes by itself, or is a fault. */
    public enum Kind {
        STABLE,
        TRANSITION,
        ERROR
    }

    private final Kind kind;
    private final List<String> otherWords;

    HighAvailabilityState(Kind kind, String... otherWords) {
        this.kind = kind;
        this.otherWords = List.of(otherWords);
    }

    /** Whether the state lasts, passes by itself, or is a fault (C3). */
    public Kind kind() {
        return kind;
    }

    /** Whether users of this node are served by its peer, or the other way round. */
    public boolean isFailedOver() {
        return switch (this) {
            case RUNNING_IN_BACKUP_MODE, FAILED_OVER, FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING -> true;
            case INITIALIZING,
                    IDLE,
                    NORMAL,
                    TAKING_OVER,
                    FAILING_OVER,
                    FALLING_BACK,
                    TAKING_BACK,
                    RUNNING_IN_FAILED_MODE,
                    UNKNOWN -> false;
        };
    }

    /**
     * Reads the words behind {@code State:}; letter case and the number of blanks do not matter.
     *
     * @return empty for words that the platform is not known to use
     */
    public static Optional<HighAvailabilityState> ofWords(String words) {
        String sought = LetterCase.lower(words.strip().replaceAll("\\s+", " "));
        for (HighAvailabilityState state : values()) {
            if (state.name().replace('_', ' ').toLowerCase(Locale.ROOT).equals(sought)
                    || state.otherWords.contains(sought)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
