package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.CoreDump;
import java.time.Duration;
import java.util.List;

/** {@code utils core active list}. */
final class SimulatedUtilsCoreActiveList implements ShellCommand {
    @Override
    public String words() {
        return "utils core active list";
    }

    @Override
    public void run(Call call) {
        call.out().pause(Duration.ofSeconds(2));
        List<CoreDump> cores = call.ask((world, node) -> node.cores());
        if (cores.isEmpty()) {
            call.out().line("No core files found");
            return;
        }
        call.out().line("Size         Date            Core File Name");
        call.out().line("=".repeat(65));
        for (CoreDump core : cores) {
            call.out()
                    .line(core.sizeKb() + " KB   " + core.date() + "   core." + core.pid() + ".6." + core.process()
                            + "." + core.epoch());
        }
    }
}
