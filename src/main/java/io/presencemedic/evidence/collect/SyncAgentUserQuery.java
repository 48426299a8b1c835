package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.evidence.folder.NotAvailable;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.util.List;
import java.util.Optional;

/** The query for the Sync Agent's application user in CUCM (D7.9), whose name the IM and Presence publisher knows. */
record SyncAgentUserQuery() implements CommandSource {
    @Override
    public String slug() {
        return "run-sql-select-applicationuser";
    }

    @Override
    public String title() {
        return "run sql select … from applicationuser inner join credential … (D7.9)";
    }

    @Override
    public List<Node> others(Cluster cluster) {
        return cluster.first(NodeRole.IMP_PUBLISHER).stream().toList();
    }

    @Override
    public RunSqlSelect command(ClusterReader look) throws LinkException, NotAvailable {
        Node publisher = look.cluster()
                .first(NodeRole.IMP_PUBLISHER)
                .orElseThrow(() -> unknown("the inventory has no IM and Presence publisher"));
        Optional<SyncAgentConfig> settings = SyncAgentConfig.read(look.ask(publisher, RunSqlSelect.syncAgentConfig()));
        String user = settings.map(SyncAgentConfig::axlUser).orElse("");
        try {
            return RunSqlSelect.applicationUser(user);
        } catch (IllegalArgumentException e) {
            throw unknown("epassyncagentcfg on " + publisher.name()
                    + " names no application user that may be sent to a node");
        }
    }

    private static NotAvailable unknown(String why) {
        return new NotAvailable("AXL_USER_UNKNOWN", why);
    }
}
