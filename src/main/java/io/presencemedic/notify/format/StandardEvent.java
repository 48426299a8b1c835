package io.presencemedic.notify.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The payload that Standard Webhooks recommends. */
final class StandardEvent {
    private StandardEvent() {}

    static ObjectNode of(Notification event) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("type", event.kind().type());
        document.put("timestamp", event.at().toString());
        document.set("data", data(event));
        return document;
    }

    /** What every format for programs has in common. */
    static ObjectNode data(Notification event) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("cluster", event.cluster());
        data.put("ticket", event.ticket());
        data.put("gravity", event.gravity().name());
        data.put("key", event.key());
        data.put("subject", event.subject());
        data.put("summary", event.summary());
        data.setAll(event.data());
        return data;
    }
}
