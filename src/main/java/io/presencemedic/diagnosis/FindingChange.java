package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Severity;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A finding that was not there in the last diagnosis of its cluster, or that is not there any more.
 *
 * @param appeared whether it is new; false where it is gone
 * @param cluster the cluster's id
 * @param diagnosis the diagnosis that saw it come or go
 * @param at when the nodes were asked
 * @param code what is wrong, such as {@code STUCK_IN_STARTING}
 * @param node where its first evidence stands; null where that names no node
 * @param severity how bad it is, or was
 * @param summary one sentence for a person
 * @param since when the diagnosis that found it first asked the nodes
 */
@Value.Builder
public record FindingChange(
        boolean appeared,
        String cluster,
        UUID diagnosis,
        Instant at,
        String code,
        @Nullable String node,
        Severity severity,
        String summary,
        Instant since) {}
