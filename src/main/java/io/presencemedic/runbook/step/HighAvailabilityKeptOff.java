package io.presencemedic.runbook.step;

import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Foreseen;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * A step that needs high availability of a group off which this job has switched off. Where somebody else has switched
 * it on meanwhile, nothing more is changed, as a restart would fail the group over (C3): whoever did so had a reason,
 * and is not fought. What only waits goes on, and a step that switches it off itself heeds that by itself.
 */
record HighAvailabilityKeptOff(Group group, Step step) implements StepDecorator {
    /** What was seen so short a time ago is not looked at again between two changes of a line. */
    private static final Duration MOMENT = Duration.ofSeconds(30);

    @Override
    public Optional<Hold> switchesOff() {
        return step.switchesOff();
    }

    @Override
    public Optional<Hold> switchesOn() {
        return step.switchesOn();
    }

    @Override
    public int mostChanges() {
        return step.mostChanges();
    }

    @Override
    public Optional<Foreseen> foresees(ClusterReader look) throws LinkException {
        return step.foresees(look);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Decision decision = step.decide(look, memory);
        boolean changes = decision instanceof Decision.Act || decision instanceof Decision.Ask;
        Hold hold = Hold.highAvailability(group.name());
        boolean isItsOwn = step.switchesOff().filter(hold::equals).isPresent();
        boolean isOwed = !isItsOwn && memory.owed().contains(hold);
        boolean isDue = memory.acts() == 0 || memory.actedAtLeast(MOMENT);
        return changes && isOwed && isDue && isOn(look)
                ? StepMessages.switchedOnByOthers(
                        group, "while this job had it off, so nothing more is changed (" + decision.why() + ")")
                : decision;
    }

    /** What CUCM does not tell holds up no repair. */
    private boolean isOn(ClusterReader look) {
        try {
            return look.ask(Groups.publisher(look.cluster()), new GetPresenceRedundancyGroup(group.uuid()))
                    .haEnabled();
        } catch (LinkException e) {
            return false;
        }
    }
}
