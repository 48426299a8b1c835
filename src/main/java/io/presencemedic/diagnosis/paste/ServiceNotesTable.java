package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person's own table of services: one column of names, one of states, and at most one of numbers and one of notes.
 * Any other column may say whose or when the states are, and then nothing is read.
 *
 * @param name the place of the column of names, from 0
 * @param state the place of the column of states
 * @param note the place of the column of notes; -1 where there is none
 */
record ServiceNotesTable(int name, int state, int note) {
    private static final Set<String> NAMES = Set.of("service", "services", "service name", "name", "dienst");
    private static final Set<String> STATES = Set.of("state", "status", "service state", "service status", "zustand");
    private static final Set<String> NOTES = Set.of("note", "notes", "reason", "legend", "remark", "comment", "grund");
    private static final Set<String> NUMBERS = Set.of("#", "no", "no.", "nr", "nr.", "");
    private static final Set<String> LEGENDS =
            Set.of("", "-", "commanded out of service", "service not activated", "component is not running");
    private static final Pattern MARKS = Pattern.compile("[*_`\"']");

    /** The table with this heading; empty where it is no such table. */
    static Optional<ServiceNotesTable> of(List<String> heading) {
        int name = -1;
        int state = -1;
        int note = -1;
        for (int i = 0; i < heading.size(); i++) {
            String title = LetterCase.lower(plain(heading.get(i)));
            if (NAMES.contains(title) && name < 0) {
                name = i;
            } else if (STATES.contains(title) && state < 0) {
                state = i;
            } else if (NOTES.contains(title) && note < 0) {
                note = i;
            } else if (!NUMBERS.contains(title)) {
                return Optional.empty();
            }
        }
        return name < 0 || state < 0 ? Optional.empty() : Optional.of(new ServiceNotesTable(name, state, note));
    }

    /** Whether a row holds a known service, one of the platform's states, and no note but the platform's legends. */
    boolean tells(List<String> row) {
        return Math.max(name, state) < row.size()
                && ServiceCatalog.find(plain(row.get(name))).isPresent()
                && ServiceState.ofWord(plain(row.get(state))).isPresent()
                && LEGENDS.contains(LetterCase.lower(legend(row)));
    }

    /** The row as the platform prints it. */
    String row(List<String> row) {
        String legend = legend(row);
        return plain(row.get(name)) + "[" + plain(row.get(state)) + "]" + (legend.length() > 1 ? "  " + legend : "");
    }

    private String legend(List<String> row) {
        return note < 0 || note >= row.size() ? "" : plain(row.get(note));
    }

    private static String plain(String cell) {
        return MARKS.matcher(cell).replaceAll("").strip();
    }
}
