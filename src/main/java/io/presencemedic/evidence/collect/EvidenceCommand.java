package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cisco.cli.ShowNetworkCluster;
import io.presencemedic.cisco.cli.ShowTechDatabaseDump;
import io.presencemedic.cisco.cli.ShowTechDbintegrity;
import io.presencemedic.cisco.cli.ShowTechNetworkHosts;
import io.presencemedic.cisco.cli.UtilsCoreActiveList;
import io.presencemedic.cisco.cli.UtilsCreateReportDatabase;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.cli.UtilsNetworkConnectivity;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import java.util.List;

/** The outputs of the command line that the document wants, and the nodes that each is asked of. */
public enum EvidenceCommand {
    NETWORK_CLUSTER,
    REPLICATION,
    HIGH_AVAILABILITY,
    CORE_FILES,
    SERVICES,
    HOSTS,
    DATABASE_DUMP,
    DATABASE_INTEGRITY,
    DATABASE_REPORT,
    CONNECTIVITY,
    SYNC_AGENT_SETTINGS,
    SYNC_AGENT_USER;

    private static final int DATABASE_PORT = 1500;

    /** What is asked of a node of the bundle. */
    public List<CommandSource> on(Node node, Cluster cluster) {
        return switch (this) {
            case NETWORK_CLUSTER -> known(new ShowNetworkCluster());
            case REPLICATION -> known(new UtilsDbreplicationRuntimestate());
            case HIGH_AVAILABILITY -> known(new UtilsHaStatus());
            case CORE_FILES -> known(new UtilsCoreActiveList());
            case SERVICES -> known(new UtilsServiceList());
            case HOSTS -> known(new ShowTechNetworkHosts());
            case DATABASE_DUMP -> known(new ShowTechDatabaseDump());
            case DATABASE_INTEGRITY -> known(new ShowTechDbintegrity());
            case DATABASE_REPORT -> known(new UtilsCreateReportDatabase());
            case CONNECTIVITY -> connectivity(node, cluster);
            case SYNC_AGENT_SETTINGS -> node.role().isPresence() ? known(RunSqlSelect.syncAgentConfig()) : List.of();
            case SYNC_AGENT_USER -> node.role().isPresence() ? List.of() : List.of(new SyncAgentUserQuery());
        };
    }

    private static List<CommandSource> known(Command<?> command) {
        return List.of(new CommandSource.Known(command));
    }

    /** To every other IM and Presence node; a node that is alone is asked for itself. */
    private static List<CommandSource> connectivity(Node node, Cluster cluster) {
        List<Node> others = cluster.presenceNodes().stream()
                .filter(other -> !other.equals(node))
                .toList();
        return (others.isEmpty() ? List.of(node) : others)
                .stream()
                        .<CommandSource>map(other ->
                                new CommandSource.Known(new UtilsNetworkConnectivity(other.host(), DATABASE_PORT)))
                        .toList();
    }
}
