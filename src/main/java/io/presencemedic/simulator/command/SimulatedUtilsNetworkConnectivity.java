package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedNodeState;
import java.time.Duration;
import java.util.Optional;

/** {@code utils network connectivity HOST [PORT [TIMEOUT]]}: with a port it asks nothing and says less. */
final class SimulatedUtilsNetworkConnectivity implements ShellCommand {
    @Override
    public String words() {
        return "utils network connectivity";
    }

    @Override
    public void run(Call call) {
        String[] arguments = call.arguments().split("\\s+");
        String host = arguments[0];
        if (host.isEmpty()) {
            call.fail("A host name or an address is needed");
            return;
        }
        if (arguments.length > 1) {
            call.out().pause(Duration.ofSeconds(1));
            call.out().line(answers(call, host) ? "Service accessible" : "Service not accessible");
            return;
        }
        call.out().line("This command can take up to 3 minutes to complete.");
        if (!call.out().confirm("Continue (y/n)?", "y")) {
            return;
        }
        call.out().line("Running test, please wait ...");
        call.out().pause(Duration.ofSeconds(10));
        call.out().line("......");
        call.out()
                .line(
                        answers(call, host)
                                ? "Network connectivity test with " + host + " completed successfully ."
                                : "Network connectivity test with " + host + " failed: Cannot send TCP/UDP packets");
    }

    private static boolean answers(Call call, String host) {
        Optional<SimulatedNodeState> found = call.ask((world, here) ->
                world.nodes().stream().filter(node -> node.isCalled(host)).findFirst());
        return found.filter(node -> !node.down()).isPresent();
    }
}
