package io.presencemedic.diagnosis;

import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cisco.cli.ShowNetworkCluster;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.cli.UtilsCoreActiveList;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cisco.cli.UtilsDiagnoseTest;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All facts of a simulated cluster, in the order of the nodes. */
final class SimulatedFacts {
    private final SimulatedLook look;

    private SimulatedFacts(SimulatedLook look) {
        this.look = look;
    }

    static ClusterFacts of(SimulatedLook look) {
        return new SimulatedFacts(look).collect();
    }

    private ClusterFacts collect() {
        List<NodeFacts> nodes = new ArrayList<>();
        String user = null;
        List<Node> presenceFirst = new ArrayList<>(look.cluster().presenceNodes());
        look.cluster().nodes().stream()
                .filter(node -> !node.role().isPresence())
                .forEach(presenceFirst::add);
        for (Node node : presenceFirst) {
            NodeFacts facts = new NodeFacts(node.name(), node.role());
            platform(node, facts);
            if (node.role().isPresence()) {
                presence(node, facts);
                user = facts.known(Topic.SYNC_AGENT_CONFIG)
                        .flatMap(fact -> SyncAgentConfig.read(fact.value()))
                        .map(SyncAgentConfig::axlUser)
                        .orElse(user);
            } else if (node.role() == NodeRole.CUCM_PUBLISHER) {
                cucm(node, facts, user);
            }
            nodes.add(facts);
        }
        return new ClusterFacts(nodes, look.cluster(), List.of());
    }

    private void platform(Node node, NodeFacts facts) {
        read(node, facts, Topic.SERVICES, new UtilsServiceList());
        read(node, facts, Topic.REPLICATION, new UtilsDbreplicationRuntimestate());
        read(node, facts, Topic.NETWORK_CLUSTER, new ShowNetworkCluster());
        read(node, facts, Topic.CORE_FILES, new UtilsCoreActiveList());
        read(node, facts, Topic.VERSION, new ShowVersionActive());
        call(node, facts, Topic.CONTROL_CENTER, GetServiceStatus.all(), report -> report);
    }

    private void presence(Node node, NodeFacts facts) {
        read(node, facts, Topic.HIGH_AVAILABILITY, new UtilsHaStatus());
        read(node, facts, Topic.ENTERPRISE_NODES, RunSqlSelect.enterpriseNodes());
        read(node, facts, Topic.ENTERPRISE_SUBCLUSTERS, RunSqlSelect.enterpriseSubclusters());
        if (node.role() == NodeRole.IMP_PUBLISHER) {
            read(node, facts, Topic.SYNC_AGENT_CONFIG, RunSqlSelect.syncAgentConfig());
            read(node, facts, Topic.DIAGNOSTIC_TESTS, new UtilsDiagnoseTest());
        }
    }

    private void cucm(Node node, NodeFacts facts, String user) {
        read(node, facts, Topic.PROCESS_NODES, RunSqlSelect.processNodes());
        Optional.ofNullable(user)
                .map(RunSqlSelect::applicationUser)
                .ifPresent(query -> read(node, facts, Topic.APPLICATION_USER, query));
        call(node, facts, Topic.AXL, new GetCcmVersion(), AxlAnswer::new);
        call(node, facts, Topic.SERVERS, new ListProcessNode(), ServerList::new);
        call(node, facts, Topic.REDUNDANCY_GROUPS, new ListPresenceRedundancyGroup(), RedundancyGroups::new);
    }

    private <T> void read(Node node, NodeFacts facts, Topic<T> topic, Command<T> command) {
        try {
            List<String> lines = look.print(node, command.text());
            List<SourceLine> answer = new ArrayList<>();
            for (String line : lines) {
                answer.add(new SourceLine(answer.size() + 1, line));
            }
            Heard heard = new Heard(node.name(), command.text(), 0, answer);
            facts.put(topic, known(node, command, lines, heard));
        } catch (LinkException e) {
            facts.put(topic, unknown(e));
        }
    }

    private static <T> Fact<T> known(Node node, Command<T> command, List<String> lines, Heard heard)
            throws LinkException {
        try {
            return new Fact.Known<>(command.read(new Answer(lines)), heard);
        } catch (Unreadable e) {
            throw new LinkException(
                    new LinkFailure.NotUnderstood(node.name(), command.text(), e.line(), e.text(), e.why()));
        }
    }

    private <W, T> void call(
            Node node, NodeFacts facts, Topic<T> topic, Operation<W> operation, Function<W, T> reading) {
        try {
            T value = reading.apply(look.ask(node, operation));
            facts.put(topic, new Fact.Known<>(value, new Heard(node.name(), operation.summary(), 0, List.of())));
        } catch (LinkException e) {
            facts.put(topic, unknown(e));
        }
    }

    private static <T> Fact<T> unknown(LinkException e) {
        return new Fact.Unknown<>(e.failure().detail(), null, e.failure().code());
    }
}
