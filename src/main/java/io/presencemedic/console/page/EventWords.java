package io.presencemedic.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event of a job in words for a list: where it is, and what the event itself says. */
public final class EventWords {
    private static final List<String> TELLING = List.of("question", "command", "why", "answer", "worker", "by");

    private EventWords() {}

    /** The event in one line of at most some 200 characters; empty where there is none. */
    public static String of(JsonNode event) {
        if (event.isMissingNode()) {
            return "";
        }
        String place = event.hasNonNull("line") ? "line " + event.path("line").asText() + ": " : "";
        return place + StateSymbols.words(event.path("type").asText()) + said(event);
    }

    /** When a waiting job looks again, or an open question is given up; null where the event is neither. */
    public static @Nullable Instant until(JsonNode event) {
        String time = event.path("dueAt").asText(event.path("expiresAt").asText(""));
        return time.isEmpty() ? null : Instant.parse(time);
    }

    private static String said(JsonNode event) {
        String text = TELLING.stream()
                .map(field -> event.path(field).asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .stream()
                .collect(Collectors.joining());
        return text.isEmpty() ? "" : ", " + (text.length() > 160 ? text.substring(0, 159) + "…" : text);
    }
}
