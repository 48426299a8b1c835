package io.presencemedic.runbook.step;

import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** Waits while something is held off, until the time is over or an operator asks to switch it on again. */
public record HoldOff(String target, Duration duration) implements Step {
    /** An operator may extend the time again and again; the line itself never gives up. */
    private static final Duration PATIENCE = Duration.ofDays(365);

    @Override
    public String name() {
        return "hold-off";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public boolean sleepsThrough() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) {
        if (memory.restoreRequested()) {
            return new Decision.Done("an operator asked to switch it on again");
        }
        return memory.heldFor(duration)
                ? new Decision.Done("the time is over")
                : new Decision.Wait(
                        "held off for " + StepMessages.of(duration) + ", then it is switched on again", duration);
    }
}
