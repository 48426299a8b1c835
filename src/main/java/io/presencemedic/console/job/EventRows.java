package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.console.page.EventWords;
import java.util.List;
import java.util.stream.StreamSupport;

/** Events and transcripts of one of the API's lists, as a page shows them. */
final class EventRows {
    private EventRows() {}

    /** Events with what they say in words. */
    static List<JsonNode> of(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(event -> (JsonNode) ((ObjectNode) event).put("words", EventWords.of(event)))
                .toList();
    }

    /** The place of the last event that the page holds. */
    static long last(JsonNode page) {
        JsonNode items = page.path("items");
        return items.isEmpty() ? 0 : items.get(items.size() - 1).path("seq").asLong();
    }

    /** Those transcripts whose command or answer holds a text, in any letter case; all for an empty text. */
    static List<JsonNode> holding(JsonNode transcripts, String text) {
        return StreamSupport.stream(transcripts.spliterator(), false)
                .filter(each -> holds(each.path("command").asText(), text)
                        || holds(each.path("answer").asText(), text))
                .toList();
    }

    private static boolean holds(String whole, String text) {
        int last = whole.length() - text.length();
        for (int i = 0; i <= last; i++) {
            if (whole.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }
}
