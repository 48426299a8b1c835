package io.presencemedic.notify.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event in the JSON format of CloudEvents 1.0. */
final class CloudEvent {
    private static final String SOURCE = "/presence-medic";

    private CloudEvent() {}

    static ObjectNode of(Notification event) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("specversion", "1.0");
        document.put("id", event.messageId());
        document.put("source", event.cluster() == null ? SOURCE : SOURCE + "/clusters/" + event.cluster());
        document.put("type", "io.presencemedic." + event.kind().type());
        document.put("subject", event.subject());
        document.put("time", event.at().toString());
        document.put("datacontenttype", "application/json");
        document.set("data", StandardEvent.data(event));
        return document;
    }
}
