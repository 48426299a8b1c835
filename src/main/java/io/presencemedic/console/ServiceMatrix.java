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

    /** A service on a node; no state where it is as it should be. */
    record Cell(String node, @Nullable String state) {}

    /** A service. */
    record Row(String service, List<Cell> cells) {}

    static List<Row> of(JsonNode nodes) {
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        int place = 0;
        for (JsonNode node : nodes) {
            for (JsonNode service : node.path("notAsTheyShouldBe")) {
                rows.computeIfAbsent(service.path("name").asText(), name -> fine(nodes))
                        .set(
                                place,
                                new Cell(
                                        node.path("name").asText(),
                                        service.path("state").asText()));
            }
            place++;
        }
        return rows.entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue()))
                .toList();
    }

    private static List<Cell> fine(JsonNode nodes) {
        List<Cell> cells = new ArrayList<>();
        nodes.forEach(node -> cells.add(new Cell(node.path("name").asText(), null)));
        return cells;
    }
}
