package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.diagnosis.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a diagnosis found, secrets masked.
 *
 * @param id the id of the job that made it
 * @param cluster the cluster's id
 * @param madeAt when the nodes were asked
 * @param findings what is wrong, in the document's order
 * @param undetermined what could not be found out
 * @param status how the cluster stands
 * @param nodes the facts, by node
 */
record Diagnosis(
        UUID id,
        String cluster,
        Instant madeAt,
        List<Finding> findings,
        List<Undetermined> undetermined,
        ClusterStatus status,
        List<NodeReport> nodes) {
    Diagnosis {
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
        nodes = List.copyOf(nodes);
    }

    static Diagnosis of(UUID id, Instant madeAt, String cluster, ClusterFacts facts, Verdict verdict) {
        return new Diagnosis(
                id,
                cluster,
                madeAt,
                verdict.findings(),
                verdict.undetermined(),
                ClusterStatus.of(facts),
                facts.nodes().stream().map(NodeReport::of).toList());
    }

    /** What it comes to, in one word. */
    Outcome outcome() {
        return Outcome.of(findings.size(), undetermined.size());
    }

    /** What a diagnosis comes to. */
    enum Outcome {
        /** Everything was found out and nothing is wrong. */
        HEALTHY,
        /** Something is wrong. */
        FINDINGS,
        /** Nothing wrong was found, but not everything could be found out. */
        UNDETERMINED;

        static Outcome of(int findings, int undetermined) {
            if (findings > 0) {
                return FINDINGS;
            }
            return undetermined == 0 ? HEALTHY : UNDETERMINED;
        }
    }
}
