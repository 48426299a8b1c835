package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the progress of a service: one line per look of the platform, where a note stands on the line before the state
 * that it explains (C6).
 */
final class ServiceProgress {
    private static final Pattern CHATTER =
            Pattern.compile("(?i)(do not|don.?t) press ctrl.*|.*if (the )?service has not restarted properly,?.*"
                    + "|.*execute the same command again\\.?|service manager is running|command successful\\.?"
                    + "|successful\\.?|\\.+|please wait ?\\.*");

    private final ServiceName service;
    private @Nullable ServiceStatus last;
    private @Nullable StopReason above;

    private ServiceProgress(ServiceName service) {
        this.service = service;
    }

    /**
     * Reads to the end.
     *
     * @param goal the states that the command is for
     */
    static ServiceControl read(Answer answer, ServiceName service, Set<ServiceState> goal) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        ServiceProgress progress = new ServiceProgress(service);
        while (lines.advance()) {
            progress.line(lines);
        }
        ServiceStatus last = progress.last;
        if (last == null) {
            throw lines.endedEarly("the answer does not tell the state of " + service);
        }
        return new ServiceControl(service, last.state(), last.reason(), goal.contains(last.state()));
    }

    private void line(AnswerLines lines) throws Unreadable {
        if (CHATTER.matcher(lines.line()).matches()) {
            return;
        }
        Optional<StopReason> note = ServiceNotes.known(lines.line());
        if (note.isPresent()) {
            above = note.get();
            return;
        }
        List<ServiceStatus> states = ServiceRows.read(lines.line())
                .orElseThrow(() -> lines.unexpected("expected the service with its state in brackets"));
        states.forEach(this::state);
    }

    private void state(ServiceStatus row) {
        if (ServiceCatalog.same(row.name(), service)) {
            StopReason reason = row.reason() == null ? said(row) : row.reason();
            last = new ServiceStatus(row.name(), row.state(), row.state() == ServiceState.STARTED ? null : reason);
        }
        above = null;
    }

    /** The note above the state; the platform prints its last state twice, and the note above the first one only. */
    private @Nullable StopReason said(ServiceStatus row) {
        ServiceStatus before = last;
        return above == null && before != null && before.state() == row.state() ? before.reason() : above;
    }
}
