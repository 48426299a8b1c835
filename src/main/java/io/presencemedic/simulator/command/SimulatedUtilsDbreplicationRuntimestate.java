package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.PlatformDates;
import io.presencemedic.simulator.model.ReplicationReport;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code utils dbreplication runtimestate}: the nodes that replicate with this one, in the layout of 10.5 to 15. */
final class SimulatedUtilsDbreplicationRuntimestate implements ShellCommand {
    @Override
    public String words() {
        return "utils dbreplication runtimestate";
    }

    @Override
    public void run(Call call) {
        call.out().pause(Duration.ofSeconds(3));
        call.ask(SimulatedUtilsDbreplicationRuntimestate::lines).forEach(call.out()::line);
    }

    private static List<String> lines(World world, SimulatedNodeState here) {
        if (!here.runs("A Cisco DB")) {
            return List.of("Cisco DB is not running");
        }
        List<SimulatedNodeState> nodes = world.nodes(here.role().product());
        if (nodes.size() == 1) {
            return List.of(
                    "Runtime state cannot be performed on a cluster with a single active node; aborting operation");
        }
        List<String> lines = new ArrayList<>();
        head(lines, world, here);
        lines.add("Cluster Detailed View from " + here.name() + " (" + nodes.size() + " Servers):");
        lines.add("");
        lines.add(" ".repeat(43) + "PING      DB/RPC/   REPL.    Replication    REPLICATION SETUP");
        lines.add(row("SERVER-NAME", "IP ADDRESS", "(msec)", "DbMon?", "QUEUE", "Group ID", "(RTMT) & Details"));
        lines.add(row("-----------", "----------", "------", "-------", "-----", "-----------", "-".repeat(18)));
        nodes.forEach(node -> lines.add(row(here, node)));
        return lines;
    }

    private static void head(List<String> lines, World world, SimulatedNodeState here) {
        ReplicationReport report = ReplicationReport.of(here);
        lines.add("");
        lines.add("Server Time: " + PlatformDates.withZone(world.now()));
        lines.add("");
        lines.add("Cluster Replication State: Replication status command started at: "
                + PlatformDates.dashed(report.started()));
        lines.add("     Replication status command COMPLETED. Checked " + report.tables() + " tables out of "
                + report.tables());
        lines.add("     Last Completed Table: devicenumplanmapremdestmap");
        lines.add("     No Errors or Mismatches found.");
        lines.add("");
        lines.add("     Use 'file view activelog " + report.path() + "' to see the details");
        lines.add("");
        lines.add("");
        lines.add("DB Version: ccm" + here.version().replaceAll("[.-]", "_"));
        lines.add("");
        lines.add("Repltimeout set to: 300s");
        lines.add("PROCESS option set to: 1");
        lines.add("");
        lines.add("");
    }

    private static String row(SimulatedNodeState here, SimulatedNodeState node) {
        return row(
                node.name(),
                node.address(),
                String.format(Locale.ROOT, "%.3f", node.ping()),
                yesOrNo(node, "A Cisco DB") + "/" + yesOrNo(node, "A Cisco DB Replicator") + "/"
                        + yesOrNo(node, "Cisco Database Layer Monitor"),
                String.valueOf(node.replicationQueue()),
                "(g_" + node.replicationGroup() + ")",
                setup(here, node));
    }

    private static String row(String... cells) {
        return String.format("%-25s%-18s%-10s%-10s%-9s%-15s%s", (Object[]) cells);
    }

    private static String yesOrNo(SimulatedNodeState node, String service) {
        return node.runs(service) ? "Y" : "N";
    }

    /** Subscribers print the value without its text. */
    private static String setup(SimulatedNodeState here, SimulatedNodeState node) {
        String value = "(" + (node.replicationSetup() < 0 ? "-" : node.replicationSetup()) + ")";
        if (!here.role().isPublisher()) {
            return value;
        }
        return value
                + switch (node.replicationSetup()) {
                    case 0 -> " Initialization State";
                    case 1 -> " Setup In Progress";
                    case 2 -> " Setup Completed";
                    case 3 -> " Out Of Sync";
                    case 4 -> " Setup Failed";
                    default -> " Not Setup";
                };
    }
}
