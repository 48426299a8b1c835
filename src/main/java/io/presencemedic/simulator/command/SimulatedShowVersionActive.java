package io.presencemedic.simulator.command;

import java.time.Duration;

/** {@code show version active}. */
final class SimulatedShowVersionActive implements ShellCommand {
    @Override
    public String words() {
        return "show version active";
    }

    @Override
    public void run(Call call) {
        call.out().pause(Duration.ofSeconds(4));
        call.out().line("Active Master Version: " + call.ask((world, node) -> node.version()));
        call.out().line("Active Version Installed Software Options:");
        call.out().line("No Installed Software Options Found.");
    }
}
