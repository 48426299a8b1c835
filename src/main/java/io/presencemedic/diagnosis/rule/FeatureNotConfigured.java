package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.FeatureCondition;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.diagnosis.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A feature service is activated and waits until its feature is configured; nothing to be repaired (D8). */
final class FeatureNotConfigured implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(NodeAilment.find(facts, Ailment.FEATURE_NOT_CONFIGURED)
                .flatMap(found -> found.rows().stream().flatMap(row -> draft(found, row))));
    }

    private static Stream<Draft> draft(NodeAilment found, ServiceStatus row) {
        return FeatureCondition.of(row.name()).stream().map(feature -> Draft.of(
                        Ailment.FEATURE_NOT_CONFIGURED.code(),
                        feature.item(),
                        Severity.INFO,
                        "On " + found.node() + " " + row.name() + " is " + row.state()
                                + ": it starts once its feature is configured, " + feature.condition() + ".")
                .evidence(found.services().evidence(List.of(row)))
                .on(found.services().name().stream().toList()));
    }
}
