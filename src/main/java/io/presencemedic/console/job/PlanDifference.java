package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plan says otherwise than an earlier one: lines by what they would do and find, not by their numbers. */
final class PlanDifference {
    private PlanDifference() {}

    /**
     * The lines of the plan, those that the earlier one has not marked as added; then those of the earlier one that are
     * not in the plan any more, marked as removed.
     */
    static List<JsonNode> lines(JsonNode plan, JsonNode earlier) {
        Map<String, Integer> before = new HashMap<>();
        earlier.path("plan").forEach(line -> before.merge(mark(line), 1, Integer::sum));
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode line : plan.path("plan")) {
            all.add(take(before, line) ? line : drift(line, "added"));
        }
        for (JsonNode line : earlier.path("plan")) {
            if (take(before, line)) {
                all.add(drift(line, "removed"));
            }
        }
        return all;
    }

    /** Whether nothing is marked. */
    static boolean isSame(List<JsonNode> lines) {
        return lines.stream().noneMatch(line -> line.has("drift"));
    }

    private static boolean take(Map<String, Integer> left, JsonNode line) {
        return left.computeIfPresent(mark(line), (key, count) -> count == 0 ? null : count - 1) != null;
    }

    private static JsonNode drift(JsonNode line, String how) {
        return ((ObjectNode) line.deepCopy()).put("drift", how);
    }

    private static String mark(JsonNode line) {
        return line.path("step") + " " + line.path("target") + " " + line.path("restores") + " " + line.path("outcome")
                + " " + line.path("commands");
    }
}
