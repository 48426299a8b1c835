package io.presencemedic.runbook.step;

import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** Waits while something is held off, until the time is over or an operator asks to switch it on again. */
record HoldOff(String target, Duration duration) implements Step {
    /** The look at the end comes a little late, never too late. */
    private static final Duration SLACK = Duration.ofHours(1);

    @Override
    public String name() {
        return "hold-off";
    }

    @Override
    public Duration patience() {
        return duration.plus(SLACK);
    }

    @Override
    public Decision decide(Look look, LineMemory memory) {
        if (memory.restoreRequested()) {
            return new Decision.Done("an operator asked to switch it on again");
        }
        return memory.begunAtLeast(duration)
                ? new Decision.Done("held off for " + Words.of(duration))
                : new Decision.Wait("held off for " + Words.of(duration) + ", then it is switched on again", duration);
    }
}
