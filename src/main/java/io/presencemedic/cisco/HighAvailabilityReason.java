package io.presencemedic.cisco;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a node is in its state of high availability, as the configuration guide lists the reasons. */
public enum HighAvailabilityReason {
    NORMAL,
    ON_ADMIN_REQUEST,
    INITIALIZATION("initialisation"),
    AUTOMATIC_FALLBACK,
    CRITICAL_SERVICE_DOWN("critical services down", "critical service(s) down"),
    DATABASE_FAILURE,
    START_OF_CRITICAL_SERVICES_FAILED,
    PEER_DOWN,
    PEER_REBOOT,
    PEER_DOWN_DURING_INITIALIZATION("peer down during initialisation"),
    CISCO_SERVER_RECOVERY_MANAGER_TAKE_OVER_USERS_FAILED,
    CISCO_SERVER_RECOVERY_MANAGER_TAKE_BACK_USERS_FAILED,
    AUTO_RECOVER_DATABASE_FAILURE,
    AUTO_RECOVER_CRITICAL_SERVICE_DOWN("auto recover critical services down"),
    HIGH_AVAILABILITY_NOT_ENABLED,
    UNKNOWN;

    private final List<String> otherWords;

    HighAvailabilityReason(String... otherWords) {
        this.otherWords = List.of(otherWords);
    }

    /**
     * Reads the words behind {@code Reason:}; letter case and the number of blanks do not matter.
     *
     * @return empty for words that the platform is not known to use
     */
    public static Optional<HighAvailabilityReason> ofWords(String words) {
        String sought = LetterCase.lower(words.strip().replaceAll("\\s+", " "));
        for (HighAvailabilityReason reason : values()) {
            if (reason.name().replace('_', ' ').toLowerCase(Locale.ROOT).equals(sought)
                    || reason.otherWords.contains(sought)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
