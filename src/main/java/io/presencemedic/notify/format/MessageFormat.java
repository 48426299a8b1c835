package io.presencemedic.notify.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** How a message looks. The same event is the same message, byte for byte, at each attempt. */
public enum MessageFormat {
    /** Standard Webhooks: {@code type}, {@code timestamp}, {@code data}. */
    STANDARD,
    /** CloudEvents 1.0 in the structured JSON mode. */
    CLOUDEVENTS,
    /** ServiceNow Event Management, for {@code /api/global/em/jsonv2}. */
    SERVICENOW_EVENT,
    /** A work note on the record whose number is the job's ticket, by ServiceNow's Table API. */
    SERVICENOW_RECORD;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether the event can be told in this format at all. */
    public boolean concerns(Notification event) {
        return this != SERVICENOW_RECORD || ServiceNowRecord.number(event).isPresent();
    }

    /** The message of an event. */
    public Message message(Notification event) {
        return switch (this) {
            case STANDARD -> json("application/json", StandardEvent.of(event));
            case CLOUDEVENTS -> json("application/cloudevents+json", CloudEvent.of(event));
            case SERVICENOW_EVENT -> json("application/json", ServiceNowEvent.of(event));
            case SERVICENOW_RECORD -> json("application/json", ServiceNowRecord.of(event));
        };
    }

    private static Message json(String type, ObjectNode document) {
        return new Message(type, text(document).getBytes(StandardCharsets.UTF_8));
    }

    static String text(ObjectNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
