package io.presencemedic.simulator;

import io.presencemedic.simulator.model.Scenarios;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * How the simulator is to run.
 *
 * @param home the folder in which it keeps a folder {@code simulator} of its own
 * @param scenarios names of the scenarios that are played together
 * @param timeFactor how many seconds pass in the cluster while one passes on the clock, 0.001 to 100,000
 * @param secondGroup whether there is a second redundancy group with two nodes of its own
 * @param kept whether the cluster goes on where it was when the simulator is started again; otherwise it begins anew
 * @param clock the clock on the wall
 * @param platform the account of the platform CLI
 * @param application the account of the web services
 */
public record SimulatorSettings(
        Path home,
        List<String> scenarios,
        double timeFactor,
        boolean secondGroup,
        boolean kept,
        Clock clock,
        Account platform,
        Account application) {
    private static final double SLOWEST = 0.001;
    private static final double FASTEST = 100_000;

    public SimulatorSettings {
        scenarios = List.copyOf(scenarios);
        if (!(timeFactor >= SLOWEST && timeFactor <= FASTEST)) {
            throw new IllegalArgumentException(
                    "The simulator's time factor is " + timeFactor + "; it may be 0.001 to 100000.");
        }
    }

    /**
     * Reads the scenario setting, such as {@code stuck-in-starting} or {@code one+another}.
     *
     * @throws IllegalArgumentException if a scenario is unknown; its message lists the known ones
     */
    public static SimulatorSettings of(
            Path home, String scenarios, double timeFactor, boolean secondGroup, Clock clock) {
        return new SimulatorSettings(
                home,
                Scenarios.parse(scenarios),
                timeFactor,
                secondGroup,
                true,
                clock,
                Account.PLATFORM,
                Account.APPLICATION);
    }

    /** The same with other accounts than everybody knows. */
    public SimulatorSettings withAccounts(Account otherPlatform, Account otherApplication) {
        return new SimulatorSettings(
                home, scenarios, timeFactor, secondGroup, kept, clock, otherPlatform, otherApplication);
    }

    /** The same, but its cluster ends with the process, and what happens to it costs no writing. */
    public SimulatorSettings passing() {
        return new SimulatorSettings(home, scenarios, timeFactor, secondGroup, false, clock, platform, application);
    }

    Path folder() {
        return home.resolve("simulator");
    }
}
