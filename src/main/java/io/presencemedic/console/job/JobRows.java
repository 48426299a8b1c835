package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Jobs of one of the API's lists, as rows of a table. */
public final class JobRows {
    private JobRows() {}

    /** The page's items, each with whether it only plans. */
    public static List<JsonNode> of(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(job -> (JsonNode)
                        ((ObjectNode) job).put("plan", job.path("mode").asText().equals("PLAN")))
                .toList();
    }
}
