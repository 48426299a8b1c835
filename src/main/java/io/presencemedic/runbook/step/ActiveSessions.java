package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.ShowActiveSessions;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many users are signed in on each node of a group (C9). A node that does not tell is no obstacle. */
final class ActiveSessions {
    private static final String NOTE = "activeSessions ";

    private ActiveSessions() {}

    /** The notes of what the nodes say now. */
    static Map<String, String> see(ClusterReader look, Group group) {
        Map<String, String> notes = new TreeMap<>();
        for (Node node : group.nodes()) {
            try {
                notes.put(NOTE + node.name(), String.valueOf(look.ask(node, new ShowActiveSessions())));
            } catch (LinkException e) {
                continue;
            }
        }
        return notes;
    }

    /** The numbers before and after, as the end of a sentence; empty where the job has noted none before. */
    static String compared(ClusterReader look, Group group, LineMemory before) {
        if (group.nodes().stream()
                .allMatch(node -> before.noted(NOTE + node.name()).isEmpty())) {
            return "";
        }
        Map<String, String> after = see(look, group);
        List<String> words = new ArrayList<>();
        for (Node node : group.nodes()) {
            String note = NOTE + node.name();
            words.add("%s %s and %s"
                    .formatted(
                            node.name(), before.noted(note).orElse("not told"), after.getOrDefault(note, "not told")));
        }
        return "; active sessions before and after: " + String.join(", ", words);
    }
}
