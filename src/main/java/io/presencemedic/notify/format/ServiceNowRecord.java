package io.presencemedic.notify.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A work note on a record of ServiceNow, such as an incident. */
public final class ServiceNowRecord {
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,10}[0-9]{1,20}");
    private static final int NOTE_LENGTH = 4000;
    private static final int SUMMARY_LENGTH = 3500;

    private ServiceNowRecord() {}

    /** The number of the record that the event is about; empty where its ticket is none of ServiceNow's. */
    public static Optional<String> number(Notification event) {
        return Optional.ofNullable(event.ticket())
                .filter(ticket -> NUMBER.matcher(ticket).matches());
    }

    static ObjectNode of(Notification event) {
        String note = Clip.to(SUMMARY_LENGTH, event.summary()) + "\n" + event.kind().type() + " " + event.at() + "\n"
                + event.subject() + "\n" + event.messageId();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("work_notes", Clip.to(NOTE_LENGTH, note));
        return document;
    }
}
