package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows {@code NAME[STATE] NOTE} of a text, of which one line may hold several. */
final class ServiceRows {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 .,()&/'_+-]{1,79}");

    private static final int LONGEST_ROW = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private ServiceRows() {}

    /** The rows of a text; empty where any part of it is no row. */
    static Optional<List<ServiceStatus>> read(String text) {
        List<ServiceStatus> rows = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('[', at);
            int close = text.indexOf(']', at);
            if (open < 0 || close < open || close - at > LONGEST_ROW) {
                return Optional.empty();
            }
            int note = afterBlanks(text, close + 1);
            int end = endOfNote(text, note);
            Optional<ServiceStatus> row =
                    row(text.substring(at, open), text.substring(open + 1, close), text.substring(note, end));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
            at = afterBlanks(text, end);
        }
        return Optional.of(rows);
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** What stands behind the last row of a text is its note; between two rows only a known note can be told apart. */
    private static int endOfNote(String text, int from) {
        boolean last = text.indexOf('[', from) < 0 && text.indexOf(']', from) < 0;
        String behind = text.substring(from, Math.min(text.length(), from + LONGEST_ROW));
        return last ? text.length() : from + ServiceNotes.lengthAtStart(behind);
    }

    private static Optional<ServiceStatus> row(String name, String word, String note) {
        Optional<ServiceState> state = ServiceState.ofWord(word);
        if (state.isEmpty() || !isName(name.strip())) {
            return Optional.empty();
        }
        if (note.isBlank()) {
            return Optional.of(status(name, state.get(), null));
        }
        Optional<StopReason> reason = reason(note);
        if (reason.isEmpty() && !ServiceNotes.beginnings(note).isEmpty()) {
            return Optional.empty();
        }
        if (reason.isEmpty() && (state.get() == ServiceState.STARTED || !ServiceNotes.looksLikeOne(note))) {
            return Optional.empty();
        }
        return Optional.of(status(name, state.get(), reason.orElse(StopReason.OTHER)));
    }

    /** What a note means, also where its end is lost and only one meaning is left. */
    private static Optional<StopReason> reason(String note) {
        Optional<StopReason> whole = ServiceNotes.known(note);
        Set<StopReason> possible = ServiceNotes.beginnings(note);
        return whole.isPresent() || possible.size() != 1
                ? whole
                : Optional.of(possible.iterator().next());
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches()
                && ServiceNotes.lengthAtStart(name) == 0
                && (ServiceCatalog.describe(new ServiceName(name)).isPresent() || !ServiceNames.isProse(name));
    }

    private static ServiceStatus status(String name, ServiceState state, @Nullable StopReason reason) {
        return new ServiceStatus(new ServiceName(BLANKS.matcher(name.strip()).replaceAll(" ")), state, reason);
    }
}
