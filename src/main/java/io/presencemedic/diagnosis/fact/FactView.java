package io.presencemedic.diagnosis.fact;

import io.presencemedic.cisco.ChangedRows;
import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.Connectivity;
import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HostsFile;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.ReplicationCheck;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.SyncMonitorSetting;
import io.presencemedic.cisco.service.CoreFile;
import io.presencemedic.cisco.service.CoreFileList;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cisco.soap.ServiceReport;
import io.presencemedic.redaction.SecretMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of an answer as the API shows them, secrets masked. What is not known is left out. */
public final class FactView {
    private static final Map<Class<?>, Function<Object, Map<String, Object>>> VIEWS = new LinkedHashMap<>();

    static {
        view(ServiceList.class, FactView::services);
        view(ServiceControl.class, FactView::control);
        view(ReplicationState.class, FactView::replication);
        view(HighAvailability.class, FactView::highAvailability);
        view(NetworkCluster.class, cluster -> fields("nodes", each(cluster.nodes(), FactView::clusterNode)));
        view(CoreFileList.class, cores -> fields("cores", each(cores.files(), FactView::core)));
        view(
                InstalledVersion.class,
                version -> fields("version", version.version().toString(), "options", version.options()));
        view(SqlTable.class, FactView::table);
        view(ChangedRows.class, change -> fields("rows", change.rows()));
        view(Connectivity.class, test -> fields("succeeded", test.succeeded()));
        view(DiagnosticTests.class, FactView::tests);
        view(HostsFile.class, hosts -> fields("hosts", each(hosts.entries(), FactView::host)));
        view(Integer.class, sessions -> fields("activeJsmSessions", sessions));
        view(SyncMonitorSetting.class, setting -> fields("enabled", setting.enabled()));
        view(AxlAnswer.class, WebFactView::axl);
        view(RedundancyGroups.class, WebFactView::groups);
        view(ServerList.class, WebFactView::servers);
        view(ServiceReport.class, WebFactView::services);
    }

    private FactView() {}

    private static <T> void view(Class<T> word, Function<T, Map<String, Object>> shape) {
        VIEWS.put(word, value -> shape.apply(word.cast(value)));
    }

    /** The facts; null for an answer that is kept as it comes and has none. */
    public static @Nullable Map<String, Object> of(Object word) {
        Function<Object, Map<String, Object>> shape = VIEWS.get(word.getClass());
        return shape == null ? null : shape.apply(word);
    }

    private static Map<String, Object> services(ServiceList list) {
        return fields(
                "services",
                each(
                        list.services(),
                        row -> fields("name", row.name().value(), "state", row.state(), "reason", row.reason())),
                "complete",
                list.complete());
    }

    private static Map<String, Object> control(ServiceControl control) {
        return fields(
                "service", control.service().value(),
                "state", control.state(),
                "reason", control.reason(),
                "succeeded", control.succeeded());
    }

    private static Map<String, Object> replication(ReplicationState state) {
        if (!state.isApplicable()) {
            return fields("nodes", List.of(), "applicable", false);
        }
        return fields(
                "serverTime",
                state.serverTime(),
                "databaseVersion",
                state.databaseVersion(),
                "lastCheck",
                state.lastCheck() == null ? null : check(state.lastCheck()),
                "nodes",
                each(state.nodes(), FactView::replicationNode),
                "complete",
                state.complete(),
                "healthy",
                state.healthy());
    }

    private static Map<String, Object> check(ReplicationCheck check) {
        return fields("kind", check.kind(), "state", check.state(), "at", check.at(), "clean", check.clean());
    }

    private static Map<String, Object> replicationNode(ReplicationNode node) {
        return fields(
                "name", node.name(),
                "address", node.address(),
                "pingMs", node.pingMs(),
                "dbRpcDbMon", node.dbRpcDbMon(),
                "queue", node.queue(),
                "group", node.group(),
                "setup", node.setup(),
                "setupText", node.setupText());
    }

    private static Map<String, Object> highAvailability(HighAvailability state) {
        return fields(
                "groups",
                each(
                        state.groups(),
                        group -> fields(
                                "name",
                                group.name(),
                                "nodes",
                                each(group.nodes(), FactView::highAvailabilityNode),
                                "enabled",
                                group.enabled().orElse(null))),
                "enabled",
                state.enabled().orElse(null));
    }

    private static Map<String, Object> highAvailabilityNode(HighAvailability.Node node) {
        return fields(
                "name", node.name(), "state", node.state(), "stateText", node.stateText(), "reason", node.reason());
    }

    private static Map<String, Object> clusterNode(ClusterNode node) {
        return fields(
                "address", node.address(),
                "fqdn", node.fqdn(),
                "name", node.name(),
                "role", node.role(),
                "product", node.product(),
                "databaseRole", node.databaseRole(),
                "authentication", node.authentication(),
                "since", node.since());
    }

    private static Map<String, Object> core(CoreFile core) {
        Optional<String> service = core.service().map(ServiceName::value);
        return fields(
                "name", core.name(),
                "sizeKb", core.sizeKb(),
                "date", core.date(),
                "process", core.process().orElse(null),
                "service", service.orElse(null));
    }

    private static Map<String, Object> table(SqlTable table) {
        return fields("columns", table.columns(), "rows", each(table.rows(), row -> values(table.columns(), row)));
    }

    private static List<@Nullable String> values(List<String> columns, List<@Nullable String> row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            boolean secret = value != null && !value.isEmpty() && SecretMask.isSecretColumn(columns.get(i));
            values.add(secret ? SecretMask.MASK : value);
        }
        return values;
    }

    private static Map<String, Object> tests(DiagnosticTests answer) {
        return fields(
                "tests",
                each(
                        answer.tests(),
                        test -> fields(
                                "name", test.name(),
                                "result", test.result(),
                                "passed", test.passed(),
                                "skipped", test.skipped())),
                "complete",
                answer.complete());
    }

    private static Map<String, Object> host(HostsFile.Entry entry) {
        return fields("address", entry.address(), "names", entry.names());
    }

    static <T, R> List<R> each(List<T> values, Function<T, R> shape) {
        return values.stream().map(shape).toList();
    }

    /** Names and values by turns; values that are null are left out. */
    static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return fields;
    }
}
