package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.NetworkCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code show network cluster}: the nodes of the cluster and whether they are authenticated. */
public record ShowNetworkCluster() implements Command<NetworkCluster> {
    private static final Pattern ROW = Pattern.compile("(?<address>\\S{2,255})\\s+(?:(?<fqdn>\\S{1,255})\\s+)?"
            + "(?<name>\\S{1,255})\\s+(?<role>Publisher|Subscriber)"
            + "(?:\\s+(?<product>[a-z][\\w-]{1,30})\\s+(?<database>DBPub|DBSub))?(?<rest>\\s.*)?");
    private static final Pattern AUTHENTICATION =
            Pattern.compile("(?<words>authenticated(?: using [A-Z]{2,10})?|not authenticated(?: - [A-Z]{2,20})?)"
                    + "(?: since (?<since>[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?: [A-Z]{2,5})?"
                    + " \\d{4}))?");
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
            Matcher row = ROW.matcher(lines.line());
            if (TABLE.matcher(lines.line()).matches()) {
                inTable = true;
            } else if (row.matches() && !inTable) {
                nodes.add(node(row, lines));
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
    private static ClusterNode node(Matcher row, AnswerLines lines) throws Unreadable {
        String words = row.group("rest") == null ? "" : row.group("rest").strip();
        if (words.isEmpty() && lines.ahead().matches("(not )?authenticated.*")) {
            lines.advance();
            words = lines.line();
        }
        Matcher found = AUTHENTICATION.matcher(words);
        if (!found.matches()) {
            throw lines.unexpected("expected whether the node is authenticated");
        }
        return node(row, found.group("words"), found.group("since"));
    }

    private static ClusterNode node(Matcher row, String authentication, @Nullable String since) {
        return new ClusterNode(
                row.group("address"),
                row.group("fqdn"),
                row.group("name"),
                row.group("role"),
                row.group("product"),
                row.group("database"),
                authentication,
                since);
    }
}
