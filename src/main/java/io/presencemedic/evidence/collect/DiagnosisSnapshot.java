package io.presencemedic.evidence.collect;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the cluster was found when collecting began.
 *
 * @param seenAt when
 * @param versions the release of each node that told it, by the node's name
 * @param findings what is wrong
 * @param undetermined what could not be found out
 */
public record DiagnosisSnapshot(
        Instant seenAt, Map<String, String> versions, List<Finding> findings, List<Undetermined> undetermined) {
    /** The note that holds it. */
    public static final String NOTE = "findings";

    public DiagnosisSnapshot {
        versions = Map.copyOf(versions);
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
    }
}
