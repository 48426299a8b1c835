package io.presencemedic.simulator.command;

import java.util.List;

/** {@code utils ha status}: a block per redundancy group. */
final class SimulatedUtilsHaStatus implements ShellCommand {
    @Override
    public String words() {
        return "utils ha status";
    }

    @Override
    public void run(Call call) {
        List<String> lines = call.cluster().ask(world -> world.groups().stream()
                .flatMap(group -> GroupStates.lines(world, group).stream())
                .toList());
        lines.forEach(call.out()::line);
    }
}
