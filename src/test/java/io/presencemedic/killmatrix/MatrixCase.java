package io.presencemedic.killmatrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A job on a scenario.
 *
 * @param path what is asked for, below the cluster's address
 * @param scenario the scenario, or several with a plus sign between them
 * @param body of the request
 */
record MatrixCase(String path, String scenario, ObjectNode body) {
    private static final List<String> ON_A_NODE = List.of(
            "service-activate",
            "service-restart",
            "service-start",
            "high-availability-fallback",
            "high-availability-failover",
            "sync-agent-checklist");

    /** Every procedure where it remedies something, the primitives, the doctor, a diagnosis. */
    static List<MatrixCase> all() throws IOException {
        Stream<String> more = Stream.of(
                "high-availability-disable|healthy|||PT2M",
                "replication-sync-monitor-disable|healthy|||PT2M",
                "high-availability-enable|ha-left-off",
                "replication-sync-monitor-enable|monitor-left-off",
                "high-availability-recover|ha-failed",
                "recover|stuck-in-starting",
                "recover|network-services-down",
                "diagnosis|stuck-in-starting");
        return Stream.concat(lines(), more).map(MatrixCase::of).toList();
    }

    private static Stream<String> lines() throws IOException {
        try (InputStream in = MatrixCase.class.getResourceAsStream("/runs/remedies.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank()).map(MatrixCase::withoutState);
        }
    }

    private static String withoutState(String line) {
        return line.replace("|SUCCEEDED", "");
    }

    /** Runbook, scenario, and where they are given: node, service, duration of the hold. */
    private static MatrixCase of(String row) {
        String[] cells = row.split("\\|", -1);
        if (cells[0].equals("diagnosis")) {
            return new MatrixCase("diagnoses", cells[1], JsonNodeFactory.instance.objectNode());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("runbook", cells[0]);
        if (ON_A_NODE.contains(cells[0])) {
            body.putObject("target").put("node", cell(cells, 2).isEmpty() ? "imp-pub" : cell(cells, 2));
        }
        if (!cell(cells, 3).isEmpty()) {
            body.putObject("parameters").put("service", cell(cells, 3));
        }
        if (!cell(cells, 4).isEmpty()) {
            body.putObject("parameters").put("restoreAfter", cell(cells, 4));
        }
        return new MatrixCase("jobs", cells[1], body);
    }

    boolean isOf(String runbook) {
        return runbook.equals(body.path("runbook").textValue());
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index] : "";
    }

    @Override
    public String toString() {
        return body.path("runbook").asText(path) + " on " + scenario;
    }
}
