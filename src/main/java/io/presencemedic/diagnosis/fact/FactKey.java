package io.presencemedic.diagnosis.fact;

import io.presencemedic.cisco.Connectivity;
import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HostsFile;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.SyncMonitorSetting;
import io.presencemedic.cisco.cli.QueryTables;
import io.presencemedic.cisco.service.CoreFileList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cisco.soap.ServiceReport;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a fact is about.
 *
 * @param name its name, as an undetermined fact bears it
 * @param type what is known
 * @param <T> what is known
 */
public record FactKey<T>(String name, Class<T> type) {
    public static final FactKey<ServiceList> SERVICES = new FactKey<>("SERVICES", ServiceList.class);
    public static final FactKey<ReplicationState> REPLICATION = new FactKey<>("REPLICATION", ReplicationState.class);
    public static final FactKey<HighAvailability> HIGH_AVAILABILITY =
            new FactKey<>("HIGH_AVAILABILITY", HighAvailability.class);
    public static final FactKey<NetworkCluster> NETWORK_CLUSTER =
            new FactKey<>("NETWORK_CLUSTER", NetworkCluster.class);
    public static final FactKey<CoreFileList> CORE_FILES = new FactKey<>("CORE_FILES", CoreFileList.class);
    public static final FactKey<InstalledVersion> VERSION = new FactKey<>("VERSION", InstalledVersion.class);
    public static final FactKey<SqlTable> ENTERPRISE_NODES = new FactKey<>("ENTERPRISE_NODES", SqlTable.class);
    public static final FactKey<SqlTable> ENTERPRISE_SUBCLUSTERS =
            new FactKey<>("ENTERPRISE_SUBCLUSTERS", SqlTable.class);
    public static final FactKey<SqlTable> SYNC_AGENT_CONFIG = new FactKey<>("SYNC_AGENT_CONFIG", SqlTable.class);
    public static final FactKey<SqlTable> APPLICATION_USER = new FactKey<>("APPLICATION_USER", SqlTable.class);
    public static final FactKey<SqlTable> PROCESS_NODES = new FactKey<>("PROCESS_NODES", SqlTable.class);
    /** The servers with their keys, as the node's own database has them (G4). */
    public static final FactKey<SqlTable> NODE_KEYS = new FactKey<>("NODE_KEYS", SqlTable.class);

    public static final FactKey<Connectivity> CONNECTIVITY = new FactKey<>("CONNECTIVITY", Connectivity.class);
    public static final FactKey<DiagnosticTests> DIAGNOSTIC_TESTS =
            new FactKey<>("DIAGNOSTIC_TESTS", DiagnosticTests.class);
    public static final FactKey<HostsFile> HOSTS = new FactKey<>("HOSTS", HostsFile.class);
    public static final FactKey<ServiceChanges> SERVICE_CHANGES = new FactKey<>("SERVICE_CHANGE", ServiceChanges.class);
    public static final FactKey<SyncMonitorSetting> SYNC_MONITOR =
            new FactKey<>("SYNC_MONITOR", SyncMonitorSetting.class);
    /** CUCM's server list by AXL, from the CUCM publisher (D7.3). */
    public static final FactKey<ServerList> SERVERS = new FactKey<>("SERVERS", ServerList.class);
    /** The redundancy groups by AXL, from the CUCM publisher: what CUCM has configured (C1). */
    public static final FactKey<RedundancyGroups> REDUNDANCY_GROUPS =
            new FactKey<>("REDUNDANCY_GROUPS", RedundancyGroups.class);
    /** The version that AXL answers with; unknown where the web service cannot be reached (D7.2, D7.5). */
    public static final FactKey<AxlAnswer> AXL = new FactKey<>("AXL", AxlAnswer.class);
    /** What Control Center says about a node's services, with their start times. */
    public static final FactKey<ServiceReport> CONTROL_CENTER = new FactKey<>("CONTROL_CENTER", ServiceReport.class);

    public static final FactKey<LogMessages> REMARKS = new FactKey<>("REMARKS", LogMessages.class);

    private static final Map<Set<String>, FactKey<SqlTable>> BY_TABLES = Map.of(
            Set.of("enterprisenode"), ENTERPRISE_NODES,
            Set.of("enterprisesubcluster"), ENTERPRISE_SUBCLUSTERS,
            Set.of("epassyncagentcfg"), SYNC_AGENT_CONFIG,
            Set.of("applicationuser"), APPLICATION_USER,
            Set.of("applicationuser", "credential"), APPLICATION_USER,
            Set.of("processnode"), PROCESS_NODES);

    /** What a query is about, by the table that it asks; empty for other tables, and where others are joined to it. */
    public static Optional<FactKey<SqlTable>> ofQuery(String query) {
        return Optional.ofNullable(BY_TABLES.get(QueryTables.of(query).names()));
    }

    @Override
    public String toString() {
        return name;
    }
}
