package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.runbook.TargetKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/**
 * A procedure on a scenario.
 *
 * @param answer what persons do when the job asks; null where it does not ask
 */
record ProcedureCase(
        String runbook,
        String scenario,
        JobState state,
        JobTarget target,
        ObjectNode parameters,
        @Nullable String answer) {
    /** Every procedure where it remedies something. */
    static List<ProcedureCase> remedies() {
        return recorded("remedies.csv");
    }

    /** The lines of a file beside the recorded runs. */
    static List<ProcedureCase> recorded(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/runs", file)).stream()
                    .map(ProcedureCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads runbook, scenario, state, and where they are given: node, service and answer. */
    static ProcedureCase of(ArgumentsAccessor row) {
        return of(row.toList().stream()
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
    }

    /** The same of a line of text whose cells bars part. */
    static ProcedureCase of(String line) {
        return of(List.of(line.split("\\|", -1)));
    }

    private static ProcedureCase of(List<String> row) {
        String runbook = row.get(0);
        boolean onNode = ModelJobs.CATALOG.find(runbook).orElseThrow().card().target() == TargetKind.NODE;
        String node = cell(row, 3) == null ? "imp-pub" : cell(row, 3);
        ObjectNode parameters = SimulatedJobs.noParameters();
        if (cell(row, 4) != null) {
            parameters.put("service", cell(row, 4));
        }
        return new ProcedureCase(
                runbook,
                row.get(1),
                JobState.valueOf(row.get(2)),
                onNode ? new JobTarget(null, node) : JobTarget.NONE,
                parameters,
                cell(row, 5));
    }

    private static @Nullable String cell(List<String> row, int index) {
        return index < row.size() && !row.get(index).isBlank() ? row.get(index) : null;
    }

    boolean isAnswered() {
        return answer != null;
    }
}
