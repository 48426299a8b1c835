package io.presencemedic.runbook.step;

import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;

/** Confirms that the change of the database would be asked for, before anything is switched off for it (D6.3). */
record SubclusterCheck(SubclusterUpdate step) implements StepDecorator {
    @Override
    public String name() {
        return "confirm-subcluster-mismatch";
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Decision decision = step.decide(look, memory);
        return decision instanceof Decision.Ask ask ? new Decision.Done(ask.why()) : decision;
    }
}
