package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that are not as they should be, a row for each, a cell for each node. */
final class ServiceMatrix {
    private ServiceMatrix() {}

    /** A service; a cell holds the state, or nothing where the service is as it should be. */
    record Row(String service, List<@Nullable String> cells) {}

    static List<Row> of(JsonNode nodes) {
        Map<String, List<@Nullable String>> rows = new LinkedHashMap<>();
        int place = 0;
        for (JsonNode node : nodes) {
            for (JsonNode service : node.path("notAsTheyShouldBe")) {
                List<@Nullable String> cells =
                        rows.computeIfAbsent(service.path("name").asText(), name -> blank(nodes.size()));
                cells.set(place, service.path("state").asText());
            }
            place++;
        }
        return rows.entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue()))
                .toList();
    }

    private static List<@Nullable String> blank(int size) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            cells.add(null);
        }
        return cells;
    }
}
