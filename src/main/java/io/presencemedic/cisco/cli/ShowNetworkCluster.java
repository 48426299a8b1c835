package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.NetworkCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code show network cluster}: the nodes of the cluster and whether they are authenticated. */
public record ShowNetworkCluster() implements Command<NetworkCluster> {
    private static final Pattern TABLE = Pattern.compile("(?i)Server Table \\(processnode\\) Entries");
    private static final Pattern ENTRY = Pattern.compile("-{3,}|[\\w.:-]{1,255}");
    private static final Pattern TRAILER = Pattern.compile(
            "(?i)Dynamic Cluster Configuration is enabled for .+|No Dynamic Cluster Configuration.*|Successful\\.?");

    @Override
    public String text() {
        return "show network cluster";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public NetworkCluster read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        List<ClusterNode> nodes = new ArrayList<>();
        boolean inTable = false;
        while (lines.advance()) {
            if (TABLE.matcher(lines.line()).matches()) {
                inTable = true;
            } else if (!inTable && NetworkClusterRow.begins(lines.line())) {
                nodes.add(node(lines));
            } else if (!TRAILER.matcher(lines.line()).matches()
                    && !(inTable && ENTRY.matcher(lines.line()).matches())) {
                throw lines.unexpected("expected a node with its address, name and role");
            }
        }
        if (nodes.isEmpty()) {
            throw lines.endedEarly("the answer names no node");
        }
        return new NetworkCluster(nodes);
    }

    /** Rows may go on in the next line, before the words on authentication. */
    private static ClusterNode node(AnswerLines lines) throws Unreadable {
        String row = lines.line();
        if (NetworkClusterRow.isOpen(row) && lines.ahead().matches("(not )?authenticated.*")) {
            lines.advance();
            row = row + " " + lines.line();
        }
        return NetworkClusterRow.read(row)
                .orElseThrow(() -> lines.unexpected("expected whether the node is authenticated"));
    }
}
