package io.presencemedic.diagnosis;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Facts of a test, node by node, from what the nodes printed. */
final class ToldFacts {
    private static final FactKey<?>[] TOPICS = {
        FactKey.SERVICES,
        FactKey.REPLICATION,
        FactKey.HIGH_AVAILABILITY,
        FactKey.NETWORK_CLUSTER,
        FactKey.CORE_FILES,
        FactKey.VERSION,
        FactKey.DIAGNOSTIC_TESTS,
        FactKey.CONNECTIVITY,
        FactKey.SYNC_MONITOR
    };

    private final List<NodeFacts> nodes = new ArrayList<>();
    private final List<HeldOff> heldOff = new ArrayList<>();
    private boolean legacyAlgorithms;

    /** What follows is told by this node. */
    ToldFacts on(String node, NodeRole role) {
        nodes.add(new NodeFacts(node, role));
        return this;
    }

    ToldFacts print(String command, String answer) {
        List<String> lines = answer.lines().toList();
        CommandEvidence heard = heard(command, lines);
        try {
            Object word = KnownCommand.recognise(command).orElseThrow().read(new Answer(lines));
            put(topic(command, word), word, heard);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(command + ": " + e.why() + ": " + e.text(), e);
        }
        return this;
    }

    /** What a web service answers. */
    <T> ToldFacts tell(FactKey<T> topic, T value) {
        put(topic, value, heard(topic.name(), List.of()));
        return this;
    }

    <T> ToldFacts fail(FactKey<T> topic, String code) {
        last().put(topic, new Fact.Unknown<>("it does not answer", null, code));
        return this;
    }

    ToldFacts held(HeldOff held) {
        heldOff.add(held);
        return this;
    }

    ToldFacts withLegacyAlgorithms() {
        legacyAlgorithms = true;
        return this;
    }

    Verdict verdict() {
        List<Node> inventory = nodes.stream()
                .map(node -> new Node(
                        node.name().orElseThrow(),
                        node.role().orElseThrow(),
                        node.name().orElseThrow(),
                        Node.DEFAULT_SSH_PORT,
                        Node.DEFAULT_HTTPS_PORT,
                        null))
                .toList();
        Cluster cluster = new Cluster(
                "emea", "EMEA", new CredentialNames("one", "other"), legacyAlgorithms, null, inventory, false);
        return Rules.look(new ClusterFacts(nodes, cluster, heldOff));
    }

    List<Finding> findings() {
        return verdict().findings();
    }

    private NodeFacts last() {
        return nodes.get(nodes.size() - 1);
    }

    private CommandEvidence heard(String command, List<String> lines) {
        return new CommandEvidence(
                last().name().orElseThrow(),
                command,
                0,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> new SourceLine(i + 1, lines.get(i)))
                        .toList());
    }

    private <T> void put(FactKey<T> topic, Object word, CommandEvidence heard) {
        last().put(topic, new Fact.Known<>(topic.type().cast(word), heard));
    }

    private static FactKey<?> topic(String command, Object word) {
        for (FactKey<?> topic : TOPICS) {
            if (topic.type().isInstance(word)) {
                return topic;
            }
        }
        return FactKey.ofQuery(command).orElseThrow();
    }
}
