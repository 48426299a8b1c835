package io.presencemedic.recovery;

import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.FactCollector;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Look;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Asks the nodes and applies the rules. */
@ApplicationScoped
class LiveDoctor implements Doctor {
    /** What a node has not answered by then is unknown. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public Examination examine(Look look) throws LinkException {
        ClusterFacts facts = FactCollector.collect(look, PATIENCE);
        return new Examination(facts, Rules.look(facts));
    }
}
