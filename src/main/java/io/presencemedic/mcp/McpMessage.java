package io.presencemedic.mcp;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * What of a message has to hold before the protocol's own reader sees it, which never answers some that are malformed.
 */
final class McpMessage {
    private static final Set<String> WITHOUT_PARAMETERS = Set.of("ping", "tools/list");
    private static final String NOTIFICATION = "notifications/";

    private McpMessage() {}

    /** The message; empty where the body is not one JSON object. */
    static Optional<JsonObject> read(Buffer body) {
        try {
            return body == null || body.length() == 0 ? Optional.empty() : Optional.of(new JsonObject(body));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one that is served, with all that it needs. */
    static boolean isServed(JsonObject message) {
        if (!(message.getValue("method") instanceof String method)) {
            return !message.containsKey("method") && hasId(message);
        }
        Object given = message.getValue("params");
        if (given != null && !(given instanceof JsonObject)) {
            return false;
        }
        JsonObject params = given instanceof JsonObject object ? object : new JsonObject();
        if (method.startsWith(NOTIFICATION)) {
            return true;
        }
        return hasId(message)
                && (WITHOUT_PARAMETERS.contains(method)
                        || (method.equals("tools/call") && isCall(params))
                        || (method.equals("initialize") && isGreeting(params)));
    }

    private static boolean hasId(JsonObject message) {
        Object id = message.getValue("id");
        return id instanceof String || id instanceof Number;
    }

    private static boolean isCall(JsonObject params) {
        Object arguments = params.getValue("arguments");
        return params.getValue("name") instanceof String
                && (arguments instanceof JsonObject || !params.containsKey("arguments"));
    }

    private static boolean isGreeting(JsonObject params) {
        return params.getValue("protocolVersion") instanceof String
                && params.getValue("capabilities") instanceof JsonObject
                && params.getValue("clientInfo") instanceof JsonObject client
                && client.getValue("name") instanceof String
                && client.getValue("version") instanceof String;
    }
}
