package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.runbook.TargetKind;
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
    /** Reads runbook, scenario, state, and where they are given: node, service and answer. */
    static ProcedureCase of(ArgumentsAccessor row) {
        String runbook = row.getString(0);
        boolean onNode = ModelJobs.CATALOG.find(runbook).orElseThrow().card().target() == TargetKind.NODE;
        String node = cell(row, 3) == null ? "imp-pub" : cell(row, 3);
        ObjectNode parameters = SimulatedJobs.noParameters();
        if (cell(row, 4) != null) {
            parameters.put("service", cell(row, 4));
        }
        return new ProcedureCase(
                runbook,
                row.getString(1),
                JobState.valueOf(row.getString(2)),
                onNode ? new JobTarget(null, node) : JobTarget.NONE,
                parameters,
                cell(row, 5));
    }

    private static @Nullable String cell(ArgumentsAccessor row, int index) {
        return index < row.size() ? row.getString(index) : null;
    }

    boolean isAnswered() {
        return answer != null;
    }
}
