package io.presencemedic.simulator.command;

/** {@code set cli pagination on|off}, for the session in which it is typed. */
final class SimulatedSetCliPagination implements ShellCommand {
    @Override
    public String words() {
        return "set cli pagination";
    }

    @Override
    public void run(Call call) {
        switch (call.arguments()) {
            case "on", "off" -> {
                call.out().paged(call.arguments().equals("on"));
                call.out().line("Automatic pagination is turned " + call.arguments());
            }
            default -> call.fail("Valid parameters are on and off");
        }
    }
}
