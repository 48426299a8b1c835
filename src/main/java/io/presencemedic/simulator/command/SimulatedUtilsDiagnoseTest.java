package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.NodeFiles;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code utils diagnose test}. */
final class SimulatedUtilsDiagnoseTest implements ShellCommand {
    private static final String LOG = "platform/log/diag1.log";
    private static final String OFF_HOURS = "This module must be run directly and off hours";
    private static final List<String> SKIPPED = List.of("disk_files", "tomcat_heapdump", "sdl_fragmentation");
    private static final List<String> TESTS = List.of(
            "disk_space",
            "disk_files",
            "service_manager",
            "tomcat",
            "tomcat_deadlocks",
            "tomcat_keystore",
            "tomcat_connectors",
            "tomcat_threads",
            "tomcat_memory",
            "tomcat_sessions",
            "tomcat_heapdump",
            "validate_network",
            "raid",
            "system_info",
            "ntp_reachability",
            "ntp_clock_drift",
            "ntp_stratum",
            "sdl_fragmentation");

    @Override
    public String words() {
        return "utils diagnose test";
    }

    @Override
    public void run(Call call) {
        call.out().line("");
        call.out().line("Log file: " + LOG);
        call.out().line("");
        call.out().line("Starting diagnostic test(s)");
        call.out().line("=".repeat(27));
        call.out().pause(Duration.ofSeconds(30));
        call.cluster().tell(world -> new NodeFiles(world, world.node(call.node())).leave(LOG));
        call.ask(SimulatedUtilsDiagnoseTest::tests).forEach(call.out()::line);
        call.out().line("");
        call.out().line("Diagnostics Completed");
        call.out().line("");
        call.out().line(" The final output will be in Log file: " + LOG);
        call.out().line("");
        call.out().line(" Please use 'file view activelog " + LOG + "' command to see the output");
        call.out().line("");
    }

    private static List<String> tests(World world, SimulatedNodeState node) {
        Map<String, String> failing = node.failingTests();
        List<String> lines = new ArrayList<>();
        for (String test : TESTS) {
            boolean skipped = SKIPPED.contains(test);
            String result = failing.getOrDefault(test, skipped ? OFF_HOURS : usual(node, test));
            lines.add(String.format(Locale.ROOT, "%s - %-20s: %s", skipped ? "skip" : "test", test, result));
        }
        return lines;
    }

    private static String usual(SimulatedNodeState node, String test) {
        if (test.startsWith("tomcat") && !node.runs("Cisco Tomcat")) {
            return "Failed - Tomcat is not running";
        }
        return switch (test) {
            case "disk_space" -> "Passed (available: 6463 MB, used: 12681 MB)";
            case "system_info" -> "Passed (Collected system information in diagnostic log)";
            default -> "Passed";
        };
    }
}
