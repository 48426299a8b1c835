package io.presencemedic.runbook.step;

import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** Does a step whose success the procedure does not wait for: it goes on with the next line all the same. */
record BestEffort(Step step) implements StepDecorator {
    /**
     * The step's own time ends first, so that what stays on its way does not end the line and with it the procedure.
     */
    @Override
    public Duration patience() {
        return step.patience().multipliedBy(2);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Decision decision = step.decide(look, memory);
        boolean isOver = decision instanceof Decision.Fail
                || (decision instanceof Decision.Wait && memory.begunAtLeast(step.patience()));
        return isOver ? new Decision.Done("going on without it: " + decision.why()) : decision;
    }
}
