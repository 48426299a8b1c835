package io.presencemedic.diagnosis.rule;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.stream.Stream;

/** The inventory lets SSH use algorithms that nobody should need any longer. */
final class LegacyAlgorithmsRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(Stream.ofNullable(facts.inventory())
                .filter(Cluster::legacyAlgorithms)
                .map(LegacyAlgorithmsRule::draft));
    }

    private static FindingDraft draft(Cluster cluster) {
        return FindingDraft.besidesTheDocument(
                        "LEGACY_ALGORITHMS",
                        Severity.INFO,
                        "The inventory allows SSH to " + cluster.id()
                                + " the weak algorithms that releases before 12.5 need. Set legacyAlgorithms to false"
                                + " once every node runs a later release.")
                .evidence(new Evidence(null, "(inventory)", 0, "\"legacyAlgorithms\": true"));
    }
}
