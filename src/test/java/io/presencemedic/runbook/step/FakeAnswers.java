package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.Version;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cisco.cli.ShowNetworkCluster;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cisco.cli.UtilsDiagnoseTest;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.ProcessNode;
import io.presencemedic.cluster.Node;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cluster on paper answers to those who only look. */
final class FakeAnswers {
    private FakeAnswers() {}

    static Object read(FakeCluster cluster, Node node, Command<?> command) {
        if (command instanceof UtilsServiceList) {
            return new ServiceList(
                    List.copyOf(FakeCluster.known(cluster.services.get(node)).values()), true);
        } else if (command instanceof UtilsHaStatus) {
            return highAvailability(cluster);
        } else if (command instanceof UtilsDbreplicationRuntimestate) {
            return replication();
        } else if (command instanceof ShowVersionActive) {
            return new InstalledVersion(
                    Version.parse(FakeCluster.known(cluster.versions.get(node))).orElseThrow(), List.of());
        } else if (command instanceof ShowNetworkCluster) {
            return new NetworkCluster(cluster.cluster().nodes().stream()
                    .map(FakeAnswers::clusterNode)
                    .toList());
        } else if (command instanceof UtilsDiagnoseTest) {
            return new DiagnosticTests(cluster.tests, true);
        }
        return table(cluster, node, ((RunSqlSelect) command).query());
    }

    static Object read(FakeCluster cluster, Operation<?> operation) {
        if (operation instanceof GetPresenceRedundancyGroup) {
            return cluster.group();
        } else if (operation instanceof ListPresenceRedundancyGroup) {
            return List.of(cluster.group());
        } else if (operation instanceof ListProcessNode) {
            return cluster.processNodes.stream()
                    .map(name -> new ProcessNode("", name, null, null, "CUCM IM and Presence"))
                    .toList();
        } else if (operation instanceof GetCcmVersion) {
            return "15.0.1.12900-43";
        }
        throw new IllegalArgumentException(operation.summary());
    }

    private static HighAvailability highAvailability(FakeCluster cluster) {
        List<String> members = cluster.server2 == null ? List.of("imp-pub") : List.of("imp-pub", "imp-sub");
        return new HighAvailability(List.of(new HighAvailability.Group(
                FakeCluster.GROUP,
                members.stream().map(name -> member(cluster, name)).toList())));
    }

    private static HighAvailability.Node member(FakeCluster cluster, String name) {
        Node node = cluster.cluster().node(name).orElseThrow();
        String words = cluster.haStates.getOrDefault(node, cluster.haLive ? "Normal" : "Unknown");
        HighAvailabilityState state = HighAvailabilityState.ofWords(words).orElseThrow();
        return new HighAvailability.Node(name, state, words, cluster.haLive ? null : HighAvailability.NOT_ENABLED);
    }

    private static ReplicationState replication() {
        ReplicationNode row = new ReplicationNode(
                "imp-pub", "192.0.2.11", 0.1, "Y/Y/Y", 0, "g_2", ReplicationNode.SETUP_GOOD, "Setup Completed", true);
        return new ReplicationState(null, null, null, List.of(row), true, true);
    }

    private static ClusterNode clusterNode(Node node) {
        return new ClusterNode(
                node.host(), node.name() + ".example.com", node.name(), "Publisher", null, null, "authenticated", null);
    }

    private static SqlTable table(FakeCluster cluster, Node node, String query) {
        if (query.contains("enterprisenode")) {
            return enterpriseNodes(FakeCluster.known(cluster.enterpriseNodes.get(node)));
        } else if (query.contains("processnode")) {
            return new SqlTable(
                    List.of("name"), cluster.processNodes.stream().map(List::of).toList());
        } else if (query.contains("epassyncagentcfg")) {
            String[] account = cluster.accountInPresence;
            return new SqlTable(
                    List.of("ccmpublisherip", "axluser", "axlpassword", "cucm_axluser_pkid"),
                    List.of(List.of(cluster.syncAgentPublisher, account[0], account[1], account[2])));
        }
        String[] user = cluster.accountInCucm;
        return new SqlTable(
                List.of("pkid", "name", "credentials"), user.length == 0 ? List.of() : List.of(Arrays.asList(user)));
    }

    private static SqlTable enterpriseNodes(List<EnterpriseNode> rows) {
        return new SqlTable(
                List.of("id", "subclusterid", "name"),
                rows.stream()
                        .map(row -> Arrays.<@Nullable String>asList(
                                String.valueOf(row.id()),
                                row.subclusterId() == null
                                        ? null
                                        : row.subclusterId().toString(),
                                row.name()))
                        .toList());
    }
}
