package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedRole;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All commands that the simulated platform knows. */
public final class CommandTable {
    /** What the platform says about a line that is no command. */
    public static final String UNKNOWN = "No valid command entered";

    private final List<Entry> entries;

    private CommandTable(Stream<ShellCommand> commands) {
        entries = commands.map(Entry::of).toList();
    }

    private record Entry(ShellCommand command, Pattern pattern) {
        static Entry of(ShellCommand command) {
            String words = command.words().replace(" ", "\\s+");
            return new Entry(command, Pattern.compile("\\s*" + words + "(?:\\s+(?<arguments>.*))?", Pattern.DOTALL));
        }
    }

    /**
     * A command with what was typed behind it.
     *
     * @param command the command
     * @param arguments what stands behind the command's own words; empty for nothing
     */
    public record Match(ShellCommand command, String arguments) {}

    /** The commands of a platform node. */
    public static CommandTable standard() {
        return new CommandTable(Stream.of(
                new SimulatedUtilsServiceList(),
                SimulatedUtilsServiceControl.start(),
                SimulatedUtilsServiceControl.stop(),
                new SimulatedUtilsServiceRestart(),
                new SimulatedSetReplicationSyncMonitor(),
                new SimulatedUtilsHaStatus(),
                SimulatedUtilsHaMove.failover(),
                SimulatedUtilsHaMove.fallback(),
                new SimulatedUtilsHaRecover(),
                new SimulatedShowPerfCounter(),
                new SimulatedUtilsDbreplicationRuntimestate(),
                new SimulatedShowNetworkCluster(),
                new SimulatedShowVersionActive(),
                new RunSql("select"),
                new RunSql("update"),
                SimulatedUtilsServiceControl.activate(),
                new SimulatedUtilsCoreActiveList(),
                new SimulatedUtilsDiagnoseTest(),
                new SimulatedUtilsNetworkConnectivity(),
                new SimulatedShowTechNetworkHosts(),
                CollectsOutput.integrity(),
                CollectsOutput.dump(),
                CollectsOutput.report(),
                new SimulatedSetCliPagination(),
                new SimulatedShowCliPagination(),
                new FileView()));
    }

    /** Finds the command that a line calls on a node of that role; empty where the node knows none. */
    public Optional<Match> find(SimulatedRole role, String line) {
        for (Entry entry : entries) {
            Matcher matcher = entry.pattern.matcher(line);
            if (matcher.matches() && entry.command.isKnownTo(role)) {
                String arguments = matcher.group("arguments");
                return Optional.of(new Match(entry.command, arguments == null ? "" : arguments.strip()));
            }
        }
        return Optional.empty();
    }

    /** The commands that begin with what was typed so far, as the platform's help lists them. */
    public List<String> beginningWith(SimulatedRole role, String typed) {
        return entries.stream()
                .map(Entry::command)
                .filter(command -> command.isKnownTo(role) && command.words().startsWith(typed.stripLeading()))
                .map(ShellCommand::words)
                .sorted()
                .toList();
    }
}
