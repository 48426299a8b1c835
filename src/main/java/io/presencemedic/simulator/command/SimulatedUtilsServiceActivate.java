package io.presencemedic.simulator.command;

/** {@code utils service activate NAME}. */
final class SimulatedUtilsServiceActivate implements ShellCommand {
    @Override
    public String words() {
        return "utils service activate";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void run(Call call) {
        new SimulatedServiceProgress(call)
                .show(call.cluster().ask(world -> world.activate(call.node(), call.arguments())));
    }
}
