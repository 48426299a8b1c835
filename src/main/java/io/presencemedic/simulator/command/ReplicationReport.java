package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.NodeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The last check of the replicated tables, and the report that it left on the node. */
record ReplicationReport(Instant started, int tables) {
    private static final int TABLES = 754;
    private static final int PER_PART = 10;

    static ReplicationReport of(NodeState node) {
        return new ReplicationReport(node.replicationCheckedAt(), TABLES);
    }

    String path() {
        return "cm/trace/dbl/sdi/ReplicationStatus." + PlatformDates.inFileName(started) + ".out";
    }

    List<String> lines() {
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
