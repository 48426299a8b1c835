package io.presencemedic.simulator;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The simulator as a process of its own. */
public final class SimulatorProcess {
    private static final String USAGE = "Options: --home=FOLDER --scenario=NAME[+NAME…] --time-factor=NUMBER"
            + " --second-group=true; or the same as MEDIC_HOME, MEDIC_SIMULATOR_SCENARIO,"
            + " MEDIC_SIMULATOR_TIME_FACTOR and MEDIC_SIMULATOR_SECOND_GROUP in the environment.";

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
        try {
            return run(settings(arguments, environment));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
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

    private static SimulatorSettings settings(String[] arguments, Map<String, String> environment) {
        return SimulatorSettings.of(
                Path.of(option("home", "MEDIC_HOME", ".medic", arguments, environment)),
                option("scenario", "MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", arguments, environment),
                number(option("time-factor", "MEDIC_SIMULATOR_TIME_FACTOR", "60", arguments, environment)),
                Boolean.parseBoolean(
                        option("second-group", "MEDIC_SIMULATOR_SECOND_GROUP", "false", arguments, environment)),
                Clock.systemUTC());
    }

    private static String option(
            String name, String variable, String usual, String[] arguments, Map<String, String> environment) {
        String prefix = "--" + name + "=";
        for (String argument : arguments) {
            if (argument.startsWith(prefix)) {
                return argument.substring(prefix.length());
            }
        }
        @Nullable String value = environment.get(variable);
        return value == null ? usual : value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The simulator's time factor '" + text + "' is no number.");
        }
    }
}
