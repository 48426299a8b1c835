package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A feature service is activated and waits until its feature is configured; nothing to be repaired (D8). */
final class FeatureNotConfiguredRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(NodeOutage.find(facts, OutageCause.FEATURE_NOT_CONFIGURED)
                .flatMap(found -> found.rows().stream().flatMap(row -> draft(found, row))));
    }

    private static Stream<FindingDraft> draft(NodeOutage found, ServiceStatus row) {
        return FeatureCondition.of(row.name()).stream().map(feature -> FindingDraft.of(
                        OutageCause.FEATURE_NOT_CONFIGURED.code(),
                        feature.item(),
                        Severity.INFO,
                        "On " + found.node() + " " + row.name() + " is " + row.state()
                                + ": it starts once its feature is configured, " + feature.condition() + ".")
                .evidence(found.services().evidence(List.of(row)))
                .services(List.of(row))
                .on(found.services().name().stream().toList()));
    }
}
