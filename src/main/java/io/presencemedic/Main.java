package io.presencemedic;

import io.presencemedic.database.StartFailure;
import io.presencemedic.simulator.SimulatorProcess;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/** Starts the service, or the simulator where the first argument is {@code simulator}. */
@QuarkusMain
public final class Main {
    private static final String SIMULATOR = "simulator";

    /** Runs until the process is asked to stop; ends with status 1 where it cannot start. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(SIMULATOR)) {
            requireSimulator();
            String[] options = Arrays.copyOfRange(args, 1, args.length);
            System.exit(SimulatorProcess.run(options, System.getenv()));
        }
        StopDeadline.arm(StopDeadline.PATIENCE);
        try {
            Service.run(args);
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void requireSimulator() {
        if (!BuildParts.ofThisBuild().simulator()) {
            System.err.println("This build has no simulator; the demo build has.");
            System.exit(1);
        }
    }
}
