package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.service.StopReason;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The notes that the platform prints beside or above the state of a service. */
final class ServiceNotes {
    private static final Map<String, StopReason> KNOWN = new LinkedHashMap<>();
    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final Pattern OTHER_NOTE = Pattern.compile("[A-Za-z][A-Za-z ,.()'/-]{2,79}");

    static {
        KNOWN.put("service not activated", StopReason.NOT_ACTIVATED);
        KNOWN.put("commanded out of service", StopReason.COMMANDED_OUT_OF_SERVICE);
        KNOWN.put("command out of service", StopReason.COMMANDED_OUT_OF_SERVICE);
        KNOWN.put("component is not running", StopReason.NOT_RUNNING);
        KNOWN.put("service activated", StopReason.OTHER);
    }

    private ServiceNotes() {}

    /** What a note means; empty where the text is none of the known notes. */
    static Optional<StopReason> known(String text) {
        String folded = LetterCase.lower(BLANKS.matcher(text.strip()).replaceAll(" "));
        return Optional.ofNullable(KNOWN.get(folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded));
    }

    /**
     * What a note means of which only the beginning is left.
     *
     * @return every meaning that it may have; none where no note begins so
     */
    static Set<StopReason> beginnings(String text) {
        String folded = LetterCase.lower(BLANKS.matcher(text.strip()).replaceAll(" "));
        Set<StopReason> found = EnumSet.noneOf(StopReason.class);
        KNOWN.forEach((note, reason) -> {
            if (note.startsWith(folded)) {
                found.add(reason);
            }
        });
        return found;
    }

    /** Whether a text could be a note that nobody has seen yet. */
    static boolean looksLikeOne(String text) {
        return OTHER_NOTE.matcher(text.strip()).matches();
    }

    /** The length of the known note with which a text begins; 0 where it begins with none. */
    static int lengthAtStart(String text) {
        String lower = LetterCase.lower(text);
        return KNOWN.keySet().stream()
                .filter(lower::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
