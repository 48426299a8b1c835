package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.NodeFile;
import io.presencemedic.simulator.model.NodeFiles;
import java.util.Optional;

/** {@code file view activelog PATH}: shows a file of the node in the viewer. */
final class FileView implements ShellCommand {
    @Override
    public String words() {
        return "file view activelog";
    }

    @Override
    public void run(Call call) {
        Optional<NodeFile> file = call.ask((world, node) -> new NodeFiles(world, node).find(call.arguments()));
        if (file.isPresent()) {
            call.out().view(file.get().lines().toList());
        } else {
            call.fail("File not found: " + call.arguments());
        }
    }
}
