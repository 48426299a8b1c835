package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ReplicationCheck;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.ReplicationStateBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the answer of the replication command: its head, the last check, and the table. */
final class ReplicationReader {
    private static final Pattern HEAD = Pattern.compile("(?i)Server Time ?: ?(?<time>.+)"
            + "|D?DB and Replication Services ?: ?(?<services>.+)" + "|DB CLI Status ?: ?.+"
            + "|DB Version ?: ?(?<version>\\S+)" + "|Number of replicated tables ?: ?\\d+"
            + "|Repltimeout set to ?: ?\\d+ ?s?" + "|PROCESS option set to ?: ?\\d+"
            + "|Cluster Detailed View from (?<view>\\S+) ?\\((?<count>\\d{1,4}) Servers?\\) ?:?");
    private static final Pattern CHECK = Pattern.compile("(?i)Cluster Replication State ?:(?<rest>.*)");
    private static final Pattern HEADING =
            Pattern.compile("(?i)PING\\b.*(REPL|Replication).*|SERVER-NAME\\b.*|-{3,}[ \\t-]*");

    private final AnswerLines lines;
    private final List<ReplicationNode> nodes = new ArrayList<>();
    private @Nullable String serverTime;
    private @Nullable String databaseVersion;
    private @Nullable ReplicationCheckReader check;
    private boolean servicesRunning = true;
    private boolean inCheck;
    private boolean inTable;
    private int announced = -1;

    ReplicationReader(Answer answer) {
        lines = new AnswerLines(answer);
    }

    ReplicationState read() throws Unreadable {
        while (lines.advance()) {
            line(lines.line());
        }
        if (check == null && !inTable) {
            throw lines.endedEarly("the answer has neither a state nor a table");
        }
        ReplicationCheck last = check == null ? null : check.result();
        boolean complete = !nodes.isEmpty() && announced == nodes.size();
        return new ReplicationStateBuilder()
                .serverTime(serverTime)
                .databaseVersion(databaseVersion)
                .lastCheck(last)
                .nodes(nodes)
                .servicesRunning(servicesRunning)
                .complete(complete)
                .build();
    }

    private void line(String line) throws Unreadable {
        Matcher head = HEAD.matcher(line);
        Matcher state = CHECK.matcher(line);
        if (head.matches()) {
            head(head);
        } else if (state.matches() && check == null && !inTable) {
            check = new ReplicationCheckReader();
            inCheck = true;
            inCheck(state.group("rest"));
        } else if (HEADING.matcher(line).matches()) {
            inCheck = false;
            inTable = true;
        } else if (inTable || ReplicationRow.explainsItself(line)) {
            inTable = true;
            inCheck = false;
            row(line);
        } else if (inCheck) {
            inCheck(line);
        } else {
            throw lines.unexpected("expected a line of the replication state");
        }
    }

    private void row(String line) throws Unreadable {
        ReplicationNode node = ReplicationRow.read(line)
                .orElseThrow(() -> lines.unexpected("expected a node with its replication state"));
        if (nodes.stream().anyMatch(other -> other.name().equals(node.name()))) {
            throw lines.unexpected("a node is named twice");
        }
        nodes.add(node);
    }

    private void head(Matcher head) throws Unreadable {
        if (inTable) {
            throw lines.unexpected("expected a node with its replication state");
        }
        inCheck = false;
        serverTime =
                head.group("time") == null ? serverTime : head.group("time").strip();
        databaseVersion = head.group("version") == null ? databaseVersion : head.group("version");
        String services = head.group("services");
        servicesRunning &= services == null || services.strip().equalsIgnoreCase("ALL RUNNING");
        String count = head.group("count");
        if (count != null) {
            announced = Integer.parseInt(count);
            inTable = true;
        }
    }

    private void inCheck(String text) throws Unreadable {
        if (check == null || !check.accepts(text)) {
            throw lines.unexpected("expected what the last check of replication found");
        }
    }
}
