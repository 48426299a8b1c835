package io.presencemedic.simulator;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** The simulator as a process of its own. */
public final class SimulatorProcess {
    private SimulatorProcess() {}

    /** Runs the simulator until the process is asked to stop. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv()));
    }

    /**
     * Runs the simulator as the arguments and the environment say, until the process is asked to stop.
     *
     * @return the process's exit status: 0, or 1 where it could not start
     */
    public static int run(String[] arguments, Map<String, String> environment) {
        CommandLine commandLine = SimulatorOptions.commandLine(environment);
        try {
            commandLine.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(commandLine.getParseResult())) {
                return 0;
            }
            SimulatorOptions options = commandLine.getCommand();
            return run(options.settings());
        } catch (CommandLine.ParameterException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            commandLine.usage(System.err);
            return 1;
        }
    }

    /**
     * Runs the simulator until the process is asked to stop.
     *
     * @return the process's exit status: 0, or 1 where it could not start
     */
    public static int run(SimulatorSettings settings) {
        try (Simulator simulator = Simulator.start(settings)) {
            CountDownLatch asked = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(asked::countDown));
            announce(simulator, settings, System.out);
            asked.await();
            return 0;
        } catch (SimulatorException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void announce(Simulator simulator, SimulatorSettings settings, PrintStream out) {
        Account account = simulator.platformAccount();
        out.println("Simulated cluster: " + String.join("+", settings.scenarios()) + ", time runs "
                + settings.timeFactor() + " times as fast. Password of " + account.username() + ": "
                + account.password());
        for (SimulatedEndpoint endpoint : simulator.endpoints()) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %-15s ssh -p %d %s@%s   https://%s:%d%n",
                    endpoint.name(),
                    endpoint.role(),
                    endpoint.sshPort(),
                    account.username(),
                    endpoint.host(),
                    endpoint.host(),
                    endpoint.httpsPort());
        }
        out.println("More in " + settings.folder().resolve("endpoints.json"));
        out.flush();
    }
}
