package io.presencemedic.diagnosis;

import io.presencemedic.cisco.Connectivity;
import io.presencemedic.cisco.CoreFileList;
import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HostsFile;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.ServiceControl;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.SyncMonitorSetting;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cisco.soap.ServiceReport;
import java.util.Locale;
import java.util.Optional;

/**
 * What a fact is about.
 *
 * @param name its name, as an undetermined fact bears it
 * @param type what is known
 * @param <T> what is known
 */
public record Topic<T>(String name, Class<T> type) {
    public static final Topic<ServiceList> SERVICES = new Topic<>("SERVICES", ServiceList.class);
    public static final Topic<ReplicationState> REPLICATION = new Topic<>("REPLICATION", ReplicationState.class);
    public static final Topic<HighAvailability> HIGH_AVAILABILITY =
            new Topic<>("HIGH_AVAILABILITY", HighAvailability.class);
    public static final Topic<NetworkCluster> NETWORK_CLUSTER = new Topic<>("NETWORK_CLUSTER", NetworkCluster.class);
    public static final Topic<CoreFileList> CORE_FILES = new Topic<>("CORE_FILES", CoreFileList.class);
    public static final Topic<InstalledVersion> VERSION = new Topic<>("VERSION", InstalledVersion.class);
    public static final Topic<SqlTable> ENTERPRISE_NODES = new Topic<>("ENTERPRISE_NODES", SqlTable.class);
    public static final Topic<SqlTable> ENTERPRISE_SUBCLUSTERS = new Topic<>("ENTERPRISE_SUBCLUSTERS", SqlTable.class);
    public static final Topic<SqlTable> SYNC_AGENT_CONFIG = new Topic<>("SYNC_AGENT_CONFIG", SqlTable.class);
    public static final Topic<SqlTable> APPLICATION_USER = new Topic<>("APPLICATION_USER", SqlTable.class);
    public static final Topic<SqlTable> PROCESS_NODES = new Topic<>("PROCESS_NODES", SqlTable.class);
    public static final Topic<Connectivity> CONNECTIVITY = new Topic<>("CONNECTIVITY", Connectivity.class);
    public static final Topic<DiagnosticTests> DIAGNOSTIC_TESTS =
            new Topic<>("DIAGNOSTIC_TESTS", DiagnosticTests.class);
    public static final Topic<HostsFile> HOSTS = new Topic<>("HOSTS", HostsFile.class);
    public static final Topic<ServiceControl> SERVICE_CHANGE = new Topic<>("SERVICE_CHANGE", ServiceControl.class);
    public static final Topic<SyncMonitorSetting> SYNC_MONITOR = new Topic<>("SYNC_MONITOR", SyncMonitorSetting.class);
    /** CUCM's server list by AXL, from the CUCM publisher (D7.3). */
    public static final Topic<ServerList> SERVERS = new Topic<>("SERVERS", ServerList.class);
    /** The redundancy groups by AXL, from the CUCM publisher: what CUCM has configured (C1). */
    public static final Topic<RedundancyGroups> REDUNDANCY_GROUPS =
            new Topic<>("REDUNDANCY_GROUPS", RedundancyGroups.class);
    /** The version that AXL answers with; unknown where the web service cannot be reached (D7.2, D7.5). */
    public static final Topic<AxlAnswer> AXL = new Topic<>("AXL", AxlAnswer.class);
    /** What Control Center says about a node's services, with their start times. */
    public static final Topic<ServiceReport> CONTROL_CENTER = new Topic<>("CONTROL_CENTER", ServiceReport.class);

    public static final Topic<Remarks> REMARKS = new Topic<>("REMARKS", Remarks.class);

    /** What a query is about, by the table that it asks; empty for other tables. */
    static Optional<Topic<SqlTable>> ofQuery(String query) {
        String lower = query.toLowerCase(Locale.ROOT);
        if (lower.contains("enterprisenode")) {
            return Optional.of(ENTERPRISE_NODES);
        }
        if (lower.contains("enterprisesubcluster")) {
            return Optional.of(ENTERPRISE_SUBCLUSTERS);
        }
        if (lower.contains("epassyncagentcfg")) {
            return Optional.of(SYNC_AGENT_CONFIG);
        }
        if (lower.contains("applicationuser")) {
            return Optional.of(APPLICATION_USER);
        }
        return lower.contains("processnode") ? Optional.of(PROCESS_NODES) : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
