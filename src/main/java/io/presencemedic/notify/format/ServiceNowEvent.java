package io.presencemedic.notify.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** An event of ServiceNow Event Management: one record of table em_event. */
final class ServiceNowEvent {
    private static final DateTimeFormatter GMT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int NAME_LENGTH = 100;
    private static final int KEY_LENGTH = 1024;
    private static final int TEXT_LENGTH = 4000;

    private ServiceNowEvent() {}

    static ObjectNode of(Notification event) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("records").add(entry(event));
        return document;
    }

    private static ObjectNode entry(Notification event) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("source", "Presence Medic");
        entry.put("event_class", "Presence Medic");
        entry.put("node", Clip.to(NAME_LENGTH, Objects.requireNonNullElse(event.cluster(), "presence-medic")));
        entry.put("resource", Clip.to(NAME_LENGTH, event.subject()));
        entry.put("type", event.kind().type());
        entry.put("message_key", Clip.to(KEY_LENGTH, event.key()));
        entry.put("severity", String.valueOf(event.gravity().severity()));
        entry.put("resolution_state", event.gravity() == Gravity.CLEAR ? "Closing" : "New");
        entry.put("time_of_event", GMT.format(event.at()));
        entry.put("description", Clip.to(TEXT_LENGTH, event.summary()));
        entry.put("additional_info", MessageFormat.text(more(event)));
        return entry;
    }

    /** Values of texts only, which Event Management shows one by one. */
    private static ObjectNode more(Notification event) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        more.put("message_id", event.messageId());
        more.put("subject", event.subject());
        if (event.ticket() != null) {
            more.put("ticket", event.ticket());
        }
        return more;
    }
}
