package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedRole;
import java.time.Duration;

/** {@code utils ha recover GROUP} (F3); what a refusal reads like is not known. */
final class SimulatedUtilsHaRecover implements ShellCommand {
    private static final Duration STOPPING = Duration.ofSeconds(4);

    @Override
    public String words() {
        return "utils ha recover";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public boolean isKnownTo(SimulatedRole role) {
        return role.isPresence();
    }

    @Override
    public void run(Call call) {
        boolean done = call.cluster().<Boolean>ask(world -> world.groups().stream()
                .filter(group -> group.name().equalsIgnoreCase(call.arguments()))
                .anyMatch(world::recover));
        if (!done) {
            call.fail("Request FAILED.");
            return;
        }
        call.out().pause(STOPPING);
        call.out().line("Stopping services... Stopped");
        call.out().pause(STOPPING);
        call.out().line("Starting services... Started");
    }
}
