package io.presencemedic.diagnosis.rule;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.Evidence;
import io.presencemedic.diagnosis.Severity;
import java.util.stream.Stream;

/** The inventory lets SSH use algorithms that nobody should need any longer. */
final class LegacyAlgorithms implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(Stream.ofNullable(facts.inventory())
                .filter(Cluster::legacyAlgorithms)
                .map(LegacyAlgorithms::draft));
    }

    private static Draft draft(Cluster cluster) {
        return Draft.besidesTheDocument(
                        "LEGACY_ALGORITHMS",
                        Severity.INFO,
                        "The inventory allows SSH to " + cluster.id()
                                + " the weak algorithms that releases before 12.5 need. Set legacyAlgorithms to false"
                                + " once every node runs a later release.")
                .evidence(new Evidence(null, "(inventory)", 0, "\"legacyAlgorithms\": true"));
    }
}
