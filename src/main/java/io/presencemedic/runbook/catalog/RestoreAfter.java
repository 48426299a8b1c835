package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.step.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The dead-man's switch of the runbooks that switch something off: after that time it is switched on again. */
record RestoreAfter(Optional<Duration> duration) {
    private static final String NAME = "restoreAfter";

    static ParameterSchema in(ParameterSchema schema) {
        return schema.duration(NAME, "ISO 8601 duration after which it is switched on again; without it, it stays off");
    }

    static RestoreAfter of(Parameters parameters) {
        return new RestoreAfter(parameters.duration(NAME));
    }

    /** A plan that keeps it off, or holds it off for the time and restores it. */
    Plan plan(Function<Restoring.When, List<Bracket>> brackets, Steps steps, String target) {
        Plan.Builder plan = Plan.builder();
        return duration.map(time ->
                        plan.within(brackets.apply(Restoring.When.OWED), () -> plan.then(steps.holdOff(target, time))))
                .orElseGet(() -> plan.within(brackets.apply(Restoring.When.KEPT), () -> {}))
                .build();
    }
}
