package io.presencemedic.runbook;

import io.presencemedic.cisco.ChangedRows;
import io.presencemedic.cisco.HighAvailabilityRequest;
import io.presencemedic.cisco.SyncMonitorSetting;
import io.presencemedic.cisco.service.ServiceControl;
import java.util.Map;

/**
 * What the platform answered to a change.
 *
 * @param words the answer for a person; empty where the platform says nothing but that it is done
 * @param notes what of it is wanted later, as values; the line remembers them like those before the change
 */
public record ChangeReply(String words, Map<String, String> notes) {
    /** The note of how many rows of a table a statement has changed. */
    public static final String CHANGED_ROWS = "changedRows";

    /** The note whether the Server Recovery Manager took a request. */
    public static final String ACCEPTED = "accepted";

    public ChangeReply {
        notes = Map.copyOf(notes);
    }

    /** The answer as a command or an operation has read it. */
    static ChangeReply of(Object answer) {
        if (answer instanceof ServiceControl control) {
            return new ChangeReply(
                    control.service() + (control.state() == null ? " was told" : " is " + control.state()), Map.of());
        }
        if (answer instanceof ChangedRows change) {
            return new ChangeReply(
                    change.rows() + (change.rows() == 1 ? " row" : " rows") + " changed",
                    Map.of(CHANGED_ROWS, String.valueOf(change.rows())));
        }
        if (answer instanceof SyncMonitorSetting setting) {
            return new ChangeReply("the monitor is " + (setting.enabled() ? "on" : "off"), Map.of());
        }
        if (answer instanceof HighAvailabilityRequest request) {
            return new ChangeReply(
                    request.accepted() ? "the request was taken" : "the request was refused",
                    Map.of(ACCEPTED, String.valueOf(request.accepted())));
        }
        return new ChangeReply(answer instanceof String text ? text : "", Map.of());
    }
}
