package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.HaReason;
import io.presencemedic.simulator.model.SimulatedGroup;
import io.presencemedic.simulator.model.World;
import java.util.ArrayList;
import java.util.List;

/** {@code utils ha status}: a block per redundancy group, with the reason only where there is something to explain. */
final class SimulatedUtilsHaStatus implements ShellCommand {
    @Override
    public String words() {
        return "utils ha status";
    }

    @Override
    public void run(Call call) {
        call.cluster().ask(SimulatedUtilsHaStatus::lines).forEach(call.out()::line);
    }

    private static List<String> lines(World world) {
        List<String> lines = new ArrayList<>();
        for (SimulatedGroup group : world.groups()) {
            lines.add("Subcluster Name: " + group.name());
            for (int i = 0; i < group.nodes().size(); i++) {
                String node = group.nodes().get(i);
                lines.add("Node " + (i + 1));
                lines.add("\tName: " + node);
                lines.add("\tState: " + group.state(node).word());
                if (group.reason(node) != HaReason.NORMAL) {
                    lines.add("\tReason: " + group.reason(node).word());
                }
            }
            lines.add("");
        }
        return lines;
    }
}
