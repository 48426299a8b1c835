package io.presencemedic.simulator.command;

/** {@code utils service start NAME}. */
final class SimulatedUtilsServiceStart implements ShellCommand {
    @Override
    public String words() {
        return "utils service start";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void run(Call call) {
        new SimulatedServiceProgress(call)
                .show(call.cluster().ask(world -> world.start(call.node(), call.arguments())));
    }
}
