package io.presencemedic.access;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Knows to which cluster and runbook a job belongs; a room above implements it. */
public interface WorkIndex {
    /**
     * Where a job works; it never changes.
     *
     * @param cluster id of the cluster
     * @param runbook name of the runbook
     */
    record Work(String cluster, String runbook) {}

    /** The job, diagnosis or bundle of this id; empty where there is none. */
    Uni<Optional<Work>> find(UUID id);
}
