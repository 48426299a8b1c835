package io.presencemedic.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Parameters that passed their runbook's schema.
 *
 * @param json as they came
 */
public record Parameters(ObjectNode json) {
    /** A text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::textValue);
    }

    /** An ISO 8601 duration. */
    public Optional<Duration> duration(String name) {
        return text(name).map(Duration::parse);
    }

    /** A switch; false where it is not given. */
    public boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }
}
