package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of tables that explain themselves: services, replicated nodes, nodes of the cluster and core files. */
final class PrintedRows {
    private static final Pattern NODE_LABELS = Pattern.compile("(?i)(?:Name|State|Reason) ?:\\s.{0,200}+");
    private static final String ACTIVATED = "Service Activated";
    private static final Pattern CORE = Pattern.compile("(?:\\d{1,12} ?KB\\s++)?+\\d{4}-\\d\\d-\\d\\d"
            + " \\d\\d:\\d\\d:\\d\\d(?<name>\\s++(?:core\\.\\S{1,200}|\\S{1,200}\\.core))?+");

    private PrintedRows() {}

    static Optional<PrintedLine> find(String text) {
        if (text.indexOf('[') > 0) {
            Optional<List<ServiceStatus>> services = ServiceRows.read(text);
            if (services.isPresent()) {
                return Optional.of(new PrintedLine(Kind.SERVICE_LIST, isKnownNote(text, services.get()), false));
            }
        }
        if (text.indexOf('/') > 0 || text.indexOf('(') > 0) {
            Optional<PrintedLine> row = replication(text);
            if (row.isPresent()) {
                return row;
            }
        }
        if (NODE_LABELS.matcher(text).matches()) {
            return whole(Kind.HIGH_AVAILABILITY);
        }
        Optional<Boolean> node = NetworkClusterRow.isWhole(text);
        if (node.isPresent()) {
            return Optional.of(new PrintedLine(Kind.NETWORK_CLUSTER, node.get(), false));
        }
        Matcher core = CORE.matcher(text);
        return core.matches()
                ? Optional.of(new PrintedLine(Kind.CORE_FILES, core.group("name") != null, false))
                : Optional.empty();
    }

    private static boolean isKnownNote(String text, List<ServiceStatus> rows) {
        return rows.stream().noneMatch(row -> row.reason() == StopReason.OTHER)
                || text.regionMatches(true, text.length() - ACTIVATED.length(), ACTIVATED, 0, ACTIVATED.length());
    }

    private static Optional<PrintedLine> whole(Kind kind) {
        return Optional.of(new PrintedLine(kind, true, false));
    }

    /** A row of replication tells itself by its group or its three letters. */
    private static Optional<PrintedLine> replication(String text) {
        return ReplicationRow.read(text)
                .filter(row -> row.dbRpcDbMon() != null && (row.group() != null || row.setup() != null))
                .map(row -> new PrintedLine(Kind.REPLICATION, ReplicationRow.isWhole(text, row), false));
    }
}
