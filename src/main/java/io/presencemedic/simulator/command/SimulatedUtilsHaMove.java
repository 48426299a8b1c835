package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedRole;
import io.presencemedic.simulator.model.World;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * {@code utils ha failover NODE} and {@code utils ha fallback NODE} (F1, F2); what a refusal reads like is not known.
 */
final class SimulatedUtilsHaMove implements ShellCommand {
    private final String verb;
    private final String title;
    private final BiPredicate<World, SimulatedNodeState> move;

    private SimulatedUtilsHaMove(String verb, String title, BiPredicate<World, SimulatedNodeState> move) {
        this.verb = verb;
        this.title = title;
        this.move = move;
    }

    static SimulatedUtilsHaMove failover() {
        return new SimulatedUtilsHaMove("failover", "Failover", World::failover);
    }

    static SimulatedUtilsHaMove fallback() {
        return new SimulatedUtilsHaMove("fallback", "Fallback", World::fallback);
    }

    @Override
    public String words() {
        return "utils ha " + verb;
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
        call.out().line("Initiate Manual " + title + " for Node > " + call.arguments());
        boolean done = call.cluster().<Boolean>ask(world -> node(world, call.arguments())
                .filter(node -> move.test(world, node))
                .isPresent());
        if (!done) {
            call.fail("Request FAILED.");
            return;
        }
        call.out().line("Request SUCCESSFUL.");
        List<String> states = call.cluster().ask(world -> states(world, call.arguments()));
        states.forEach(call.out()::line);
    }

    private static List<String> states(World world, String name) {
        Optional<SimulatedGroup> group = node(world, name).flatMap(world::groupOf);
        return group.map(found -> GroupStates.lines(world, found)).orElse(List.of());
    }

    private static Optional<SimulatedNodeState> node(World world, String name) {
        return world.nodes().stream()
                .filter(node -> node.role().isPresence() && node.isCalled(name))
                .findFirst();
    }
}
