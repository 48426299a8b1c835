package io.presencemedic.simulator.command;

/** {@code utils service restart NAME}; the wording of its warning changed with release 14. Ctrl-C does damage (C8). */
final class SimulatedUtilsServiceRestart implements ShellCommand {
    private static final String WARNING = "Do not press Ctrl+C while the service is restarting. If the service has not"
            + " restarted properly, execute the same command again.";
    private static final String OLD_WARNING =
            " Don't press Ctrl-c while the service is getting RESTARTED.If Service has"
                    + " not Restarted Properly, execute the same Command Again";
    private static final int NEW_WORDING = 14;

    @Override
    public String words() {
        return "utils service restart";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void run(Call call) {
        int release = call.ask((world, node) -> node.release());
        call.out().line(release < NEW_WORDING ? OLD_WARNING : WARNING);
        try {
            new SimulatedServiceProgress(call)
                    .show(call.cluster().ask(world -> world.services().restart(call.node(), call.arguments())));
        } catch (Interrupted e) {
            call.cluster().tell(world -> world.services().breakRestart(call.node(), call.arguments()));
            throw e;
        }
    }
}
