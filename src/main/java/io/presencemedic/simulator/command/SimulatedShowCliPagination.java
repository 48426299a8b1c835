package io.presencemedic.simulator.command;

/** {@code show cli pagination}. */
final class SimulatedShowCliPagination implements ShellCommand {
    @Override
    public String words() {
        return "show cli pagination";
    }

    @Override
    public void run(Call call) {
        call.out().line("Automatic Pagination : " + (call.out().paged() ? "On." : "Off."));
    }
}
