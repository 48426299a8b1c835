package io.presencemedic.killmatrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** An event of a job's log, as the database has it. */
record LoggedEvent(long seq, Instant at, JsonNode body) {
    String type() {
        return body.path("type").asText();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    int line() {
        return body.path("line").asInt();
    }
}
