package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.ServiceCommands;
import io.presencemedic.simulator.model.ServiceCommands.Verdict;

/** {@code utils service start|stop|activate NAME}; {@code restart} has words of its own. */
final class SimulatedUtilsServiceControl implements ShellCommand {
    /** What the model does. */
    private interface Act {
        Verdict on(ServiceCommands services, String node, String service);
    }

    private final String verb;
    private final Act act;

    private SimulatedUtilsServiceControl(String verb, Act act) {
        this.verb = verb;
        this.act = act;
    }

    static SimulatedUtilsServiceControl start() {
        return new SimulatedUtilsServiceControl("start", ServiceCommands::start);
    }

    static SimulatedUtilsServiceControl stop() {
        return new SimulatedUtilsServiceControl("stop", ServiceCommands::stop);
    }

    static SimulatedUtilsServiceControl activate() {
        return new SimulatedUtilsServiceControl("activate", ServiceCommands::activate);
    }

    @Override
    public String words() {
        return "utils service " + verb;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void run(Call call) {
        new SimulatedServiceProgress(call)
                .show(call.cluster().ask(world -> act.on(world.services(), call.node(), call.arguments())));
    }
}
