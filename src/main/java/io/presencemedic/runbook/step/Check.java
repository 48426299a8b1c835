package io.presencemedic.runbook.step;

import io.presencemedic.runbook.Step;
import java.time.Duration;

/** A step that only looks: it makes no change and waits for nothing. */
interface Check extends Step {
    /** Never used up. */
    @Override
    default Duration patience() {
        return Duration.ofMinutes(1);
    }
}
