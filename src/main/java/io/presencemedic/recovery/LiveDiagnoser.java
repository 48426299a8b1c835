package io.presencemedic.recovery;

import io.presencemedic.diagnosis.collect.FactCollector;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Asks the nodes and applies the rules. */
@ApplicationScoped
class LiveDiagnoser implements Diagnoser {
    /** What a node has not answered by then is unknown. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public DiagnosisResult examine(ClusterReader look) throws LinkException {
        ClusterFacts facts = FactCollector.collect(look, PATIENCE);
        return new DiagnosisResult(facts, Rules.look(facts));
    }
}
