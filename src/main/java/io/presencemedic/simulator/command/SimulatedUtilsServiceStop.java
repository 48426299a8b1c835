package io.presencemedic.simulator.command;

/** {@code utils service stop NAME}. */
final class SimulatedUtilsServiceStop implements ShellCommand {
    @Override
    public String words() {
        return "utils service stop";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void run(Call call) {
        new SimulatedServiceProgress(call).show(call.cluster().ask(world -> world.stop(call.node(), call.arguments())));
    }
}
