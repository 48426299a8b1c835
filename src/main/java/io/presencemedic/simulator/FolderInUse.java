package io.presencemedic.simulator;

import java.nio.file.Path;

/** Another simulator uses the folder. */
public final class FolderInUse extends SimulatorException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super("Another simulator uses the folder " + folder + ". Stop it, or give this one another home.");
    }
}
