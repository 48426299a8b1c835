package io.presencemedic.simulator.command;

/** {@code file view activelog PATH}: shows a file of the node in the viewer. */
final class FileView implements ShellCommand {
    @Override
    public String words() {
        return "file view activelog";
    }

    @Override
    public void run(Call call) {
        ReplicationReport report = call.ask((world, node) -> ReplicationReport.of(node));
        if (call.arguments().equals(report.path())) {
            call.out().view(report.lines());
        } else {
            call.fail("File not found: " + call.arguments());
        }
    }
}
