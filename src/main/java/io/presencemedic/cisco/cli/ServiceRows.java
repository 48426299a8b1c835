package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows {@code NAME[STATE] NOTE} of a text, of which one line may hold several. */
final class ServiceRows {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 .,()&/'_+-]{1,79}");

    private ServiceRows() {}

    /** The rows of a text; empty where any part of it is no row. */
    static Optional<List<ServiceStatus>> read(String text) {
        List<ServiceStatus> rows = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int open = rest.indexOf('[');
            int close = rest.indexOf(']');
            if (open < 0 || close < open) {
                return Optional.empty();
            }
            String behind = rest.substring(close + 1).strip();
            int note = noteLength(behind);
            Optional<ServiceStatus> row =
                    row(rest.substring(0, open), rest.substring(open + 1, close), behind.substring(0, note));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
            rest = behind.substring(note).strip();
        }
        return Optional.of(rows);
    }

    /** What stands behind the last row of a text is its note; between two rows only a known note can be told apart. */
    private static int noteLength(String behind) {
        boolean last = behind.indexOf('[') < 0 && behind.indexOf(']') < 0;
        return last ? behind.length() : Notes.lengthAtStart(behind);
    }

    private static Optional<ServiceStatus> row(String name, String word, String note) {
        Optional<ServiceState> state = ServiceState.ofWord(word);
        if (state.isEmpty() || !NAME.matcher(name.strip()).matches()) {
            return Optional.empty();
        }
        if (note.isBlank()) {
            return Optional.of(status(name, state.get(), null));
        }
        Optional<StopReason> reason = Notes.known(note);
        if (reason.isEmpty() && (state.get() == ServiceState.STARTED || !Notes.looksLikeOne(note))) {
            return Optional.empty();
        }
        return Optional.of(status(name, state.get(), reason.orElse(StopReason.OTHER)));
    }

    private static ServiceStatus status(String name, ServiceState state, @Nullable StopReason reason) {
        return new ServiceStatus(new ServiceName(name.strip().replaceAll("\\s+", " ")), state, reason);
    }
}
