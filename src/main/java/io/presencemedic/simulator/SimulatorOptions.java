package io.presencemedic.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The command line of the simulator. What it leaves out is taken from the environment. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        versionProvider = SimulatorOptions.Version.class,
        description = "Plays a cluster on ports of this machine, until it is asked to stop.",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class SimulatorOptions {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Where it keeps its ports, keys and state. MEDIC_HOME, or .medic.")
    private Path home = Path.of(".medic");

    @Option(
            names = "--scenario",
            paramLabel = "NAME[+NAME...]",
            description = "What is wrong with the cluster. MEDIC_SIMULATOR_SCENARIO, or stuck-in-starting.")
    private String scenario = "stuck-in-starting";

    @Option(
            names = "--time-factor",
            paramLabel = "NUMBER",
            description = "How many times as fast its time runs, 0.001 to 100000. MEDIC_SIMULATOR_TIME_FACTOR, or 60.")
    private double timeFactor = 60;

    @Option(
            names = "--second-group",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Whether it has a second redundancy group. MEDIC_SIMULATOR_SECOND_GROUP, or false.")
    private boolean secondGroup;

    /** The options on a command line, which is yet to be read. */
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new SimulatorOptions())
                .setDefaultValueProvider(argument -> variable(argument, environment));
    }

    /** Such as MEDIC_SIMULATOR_TIME_FACTOR for --time-factor. */
    private static @Nullable String variable(CommandLine.Model.ArgSpec argument, Map<String, String> environment) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        return switch (option.longestName()) {
            case "--home" -> environment.get("MEDIC_HOME");
            case "--scenario" -> environment.get("MEDIC_SIMULATOR_SCENARIO");
            case "--time-factor" -> environment.get("MEDIC_SIMULATOR_TIME_FACTOR");
            case "--second-group" -> environment.get("MEDIC_SIMULATOR_SECOND_GROUP");
            default -> null;
        };
    }

    /** @throws IllegalArgumentException where a scenario is unknown, or the time factor is out of range */
    SimulatorSettings settings() {
        return SimulatorSettings.of(home, scenario, timeFactor, secondGroup, Clock.systemUTC());
    }

    /** The simulator is as old as the service that it comes with. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SimulatorOptions.class.getPackage().getImplementationVersion();
            return new String[] {version == null ? "not packaged" : version};
        }
    }
}
