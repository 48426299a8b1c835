package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedRole;
import io.presencemedic.simulator.model.World;
import java.util.Locale;
import java.util.OptionalInt;

/** {@code show perf query counter "OBJECT" COUNTER}, for the counters by which users and high availability are told. */
final class SimulatedShowPerfCounter implements ShellCommand {
    @Override
    public String words() {
        return "show perf query counter";
    }

    @Override
    public boolean isKnownTo(SimulatedRole role) {
        return role.isPresence();
    }

    @Override
    public void run(Call call) {
        OptionalInt value = call.ask((world, node) -> value(world, node, call.arguments()));
        if (value.isEmpty()) {
            call.fail("No such counter");
            return;
        }
        call.out().line("- Perf class (" + call.arguments().replace("\"", "") + ") has values: ");
        call.out().line("  -> " + counter(call.arguments()) + " = " + value.getAsInt());
    }

    private static String counter(String arguments) {
        return arguments.substring(arguments.lastIndexOf(' ') + 1);
    }

    private static OptionalInt value(World world, SimulatedNodeState node, String arguments) {
        return switch (arguments.replace("\"", "").toLowerCase(Locale.ROOT)) {
            case "cisco presence engine activejsmsessions" -> OptionalInt.of(world.activeUsers(node));
            case "cisco server recovery manager srmstate" ->
                OptionalInt.of(world.groupOf(node)
                        .map(group -> group.state(node.name()).number())
                        .orElse(0));
            default -> OptionalInt.empty();
        };
    }
}
