package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.simulator.InProcessLink;
import io.presencemedic.simulator.model.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The session log of a cluster leads to the findings of the cluster, as far as a log can tell. */
@BesideTheService
class PastedSessionTest {
    private static final String LOGIN = """
            Command Line Interface is starting up, please wait ...

               Welcome to the Platform Command Line Interface

            VMware Installation:
            \t4 vCPU: Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz
            \tDisk 1: 110GB, Partitions aligned
            \t8192 Mbytes RAM

            """;
    /** What only web services, or the attempt to reach a node, can tell. */
    private static final Set<String> NOT_IN_A_LOG =
            Set.of("NODE_NOT_REACHABLE", "AXL_NOT_REACHABLE", "SERVICES_DISAGREE", "HIGH_AVAILABILITY_NOT_ARRIVED");

    /** Transitions end while the nodes are asked. */
    private static final Set<String> PASSES_WHILE_ASKED = Set.of("ha-in-transition", "ha-initializing");

    private final InProcessLink link = InProcessLink.to("healthy");

    static List<String> scenarios() {
        return Thorough.sample(
                Scenarios.names().stream()
                        .filter(name -> !PASSES_WHILE_ASKED.contains(name))
                        .toList(),
                3);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aLogOfASessionWithEachNodeLeadsToTheSameFindings(String scenario) {
        link.reset(List.of(scenario));
        Cluster cluster = link.cluster();
        String log = cluster.nodes().stream().map(this::session).collect(Collectors.joining());
        ScenarioFindings pasted = ScenarioFindings.ofLog(log);
        assertThat(pasted.words())
                .as(log)
                .isEqualTo(expected(scenario, ScenarioFindings.of(new LinkLook(cluster, link))));
    }

    /** What another node only repeats is told by itself where its cause is not in the log. */
    private static Set<String> expected(String scenario, ScenarioFindings live) {
        Set<String> words = live.verdict().findings().stream()
                .filter(finding -> !NOT_IN_A_LOG.contains(finding.code()))
                .map(ScenarioFindings::words)
                .collect(Collectors.toCollection(TreeSet::new));
        switch (scenario) {
            case "node-down" ->
                words.addAll(List.of("C2 REPLICATION_NOT_SET_UP imp-sub", "E-NETWORK NODE_NOT_AUTHENTICATED imp-sub"));
            case "ha-unknown" -> words.remove("F5 HIGH_AVAILABILITY_UNKNOWN imp-pub");
            case "presence-engine-prerequisites" -> {
                words.remove("D7 SYNC_AGENT_DOWN imp-sub");
                words.add("D7.6 SYNC_AGENT_DOWN imp-sub");
            }
            case "cucm-down" -> words.add("E-NETWORK NODE_NOT_AUTHENTICATED cucm-pub");
            case "axl-unreachable" -> words.add("D7.6 SYNC_AGENT_DOWN imp-pub");
            default -> {
                // A log tells the same.
            }
        }
        return words;
    }

    private String session(Node node) {
        StringBuilder log = new StringBuilder(LOGIN);
        try {
            for (String command : commands(node)) {
                log.append("admin:").append(command).append('\n');
                link.print(node, command).lines().forEach(line -> log.append(line)
                        .append('\n'));
            }
        } catch (LinkException nobodyAnswers) {
            return "";
        }
        return log.append("admin:exit\n").toString();
    }

    private List<String> commands(Node node) throws LinkException {
        List<String> commands = new ArrayList<>(List.of(
                "utils service list",
                "utils dbreplication runtimestate",
                "show network cluster",
                "utils core active list",
                "show version active"));
        if (node.role().isPresence()) {
            commands.add("utils ha status");
            commands.add(RunSqlSelect.enterpriseNodes().text());
            commands.add(RunSqlSelect.syncAgentConfig().text());
            commands.add("utils diagnose test");
        } else {
            commands.add(RunSqlSelect.processNodes().text());
            axlUser()
                    .ifPresent(user ->
                            commands.add(RunSqlSelect.applicationUser(user).text()));
        }
        commands.add(RunSqlSelect.processNodeKeys().text());
        return commands;
    }

    /** Who is asked for in CUCM is read on the other side before (D7.7, D7.9). */
    private Optional<String> axlUser() throws LinkException {
        Node publisher = link.cluster().first(NodeRole.IMP_PUBLISHER).orElseThrow();
        boolean readable = link.print(publisher, RunSqlSelect.syncAgentConfig().text()).lines().stream()
                .noneMatch(line -> line.contains("not running"));
        return readable
                ? SyncAgentConfig.read(link.run(publisher, RunSqlSelect.syncAgentConfig()))
                        .map(SyncAgentConfig::axlUser)
                        .filter(user -> !user.isEmpty())
                : Optional.empty();
    }
}
