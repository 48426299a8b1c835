package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedRole;

/** {@code set replication-sync monitor enable|disable}; nothing shows afterwards how it is set (C5). */
final class SimulatedSetReplicationSyncMonitor implements ShellCommand {
    @Override
    public String words() {
        return "set replication-sync monitor";
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
        switch (call.arguments()) {
            case "enable" -> set(call, true);
            case "disable" -> set(call, false);
            default -> call.fail("Valid parameters are enable and disable");
        }
    }

    private static void set(Call call, boolean on) {
        call.cluster().tell(world -> world.switchMonitor(call.node(), on));
        call.out().line("Replication sync monitor is " + (on ? "enabled" : "disabled"));
    }
}
