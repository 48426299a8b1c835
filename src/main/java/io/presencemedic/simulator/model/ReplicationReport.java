package io.presencemedic.simulator.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The last check of the replicated tables, and the report that it left on the node.
 *
 * @param started when the check began
 * @param tables how many tables were compared
 */
public record ReplicationReport(Instant started, int tables) {
    private static final int TABLES = 754;
    private static final int PER_PART = 10;

    /** The last check on that node. */
    public static ReplicationReport of(SimulatedNodeState node) {
        return new ReplicationReport(node.replicationCheckedAt(), TABLES);
    }

    /** Where the report is, below the folder of active logs. */
    public String path() {
        return "cm/trace/dbl/sdi/ReplicationStatus." + PlatformDates.inFileName(started) + ".out";
    }

    NodeFile file() {
        return NodeFile.text(NodeFile.FOLDER + path(), started, lines());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(PlatformDates.withZone(started) + " main()  DEBUG:  -->");
        for (int checked = PER_PART; checked < tables; checked += PER_PART) {
            lines.add("Checked " + checked + " tables out of " + tables + ", no differences found so far");
        }
        lines.add("Checked " + tables + " tables out of " + tables);
        lines.add("No Errors or Mismatches found.");
        return lines;
    }
}
