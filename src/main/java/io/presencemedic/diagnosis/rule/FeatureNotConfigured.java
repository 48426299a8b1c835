package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.FeatureCondition;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A feature service is activated and waits until its feature is configured; nothing to be repaired (D8). */
final class FeatureNotConfigured implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        return Verdict.of(NodeAilment.find(facts, Ailment.FEATURE_NOT_CONFIGURED)
                .flatMap(found -> found.rows().stream().flatMap(row -> finding(found, row))));
    }

    private static Stream<Finding> finding(NodeAilment found, ServiceStatus row) {
        return FeatureCondition.of(row.name()).stream().map(feature -> Draft.of(
                        "FEATURE_NOT_CONFIGURED",
                        feature.item(),
                        Severity.INFO,
                        "On " + found.node() + " " + row.name() + " is " + row.state()
                                + ": it starts once its feature is configured, " + feature.condition() + ".")
                .evidence(found.services().evidence(List.of(row)))
                .finding());
    }
}
