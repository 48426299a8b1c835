package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.HaReason;
import io.presencemedic.simulator.model.HaState;
import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.World;
import java.util.ArrayList;
import java.util.List;

/** How the platform writes down the states of a redundancy group, with the reason where there is one to tell. */
final class GroupStates {
    private GroupStates() {}

    static List<String> lines(World world, SimulatedGroup group) {
        List<String> lines = new ArrayList<>();
        lines.add("Subcluster Name: " + group.name());
        for (int i = 0; i < group.nodes().size(); i++) {
            String node = group.nodes().get(i);
            lines.add("Node " + (i + 1));
            lines.add("\tName: " + node);
            lines.add("\tState: " + word(world, group.state(node)));
            if (group.reason(node) != HaReason.NORMAL) {
                lines.add("\tReason: " + group.reason(node).word());
            }
        }
        lines.add("");
        return lines;
    }

    private static String word(World world, HaState state) {
        if (!world.wordsOfTheGuide()) {
            return state.word();
        }
        return switch (state) {
            case FAILING_OVER -> "Failover";
            case RUNNING_IN_BACKUP_MODE -> "Backup Activated";
            case FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING -> "Failover Affected Services";
            case FAILED -> "Running in Failed Mode";
            case UNKNOWN, INITIALIZING, IDLE, NORMAL, TAKING_OVER, TAKING_BACK, FAILED_OVER, FALLING_BACK ->
                state.word();
        };
    }
}
