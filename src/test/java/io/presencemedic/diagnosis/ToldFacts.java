package io.presencemedic.diagnosis;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Facts of a test, node by node, from what the nodes printed. */
final class ToldFacts {
    private static final Topic<?>[] TOPICS = {
        Topic.SERVICES,
        Topic.REPLICATION,
        Topic.HIGH_AVAILABILITY,
        Topic.NETWORK_CLUSTER,
        Topic.CORE_FILES,
        Topic.VERSION,
        Topic.DIAGNOSTIC_TESTS,
        Topic.CONNECTIVITY,
        Topic.SYNC_MONITOR
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
        Heard heard = heard(command, lines);
        try {
            Object word = KnownCommand.recognise(command).orElseThrow().read(new Answer(lines));
            put(topic(command, word), word, heard);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(command + ": " + e.why() + ": " + e.text(), e);
        }
        return this;
    }

    /** What a web service answers. */
    <T> ToldFacts tell(Topic<T> topic, T value) {
        put(topic, value, heard(topic.name(), List.of()));
        return this;
    }

    <T> ToldFacts fail(Topic<T> topic, String code) {
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

    private Heard heard(String command, List<String> lines) {
        return new Heard(
                last().name().orElseThrow(),
                command,
                0,
                IntStream.range(0, lines.size())
                        .mapToObj(i -> new SourceLine(i + 1, lines.get(i)))
                        .toList());
    }

    private <T> void put(Topic<T> topic, Object word, Heard heard) {
        last().put(topic, new Fact.Known<>(topic.type().cast(word), heard));
    }

    private static Topic<?> topic(String command, Object word) {
        for (Topic<?> topic : TOPICS) {
            if (topic.type().isInstance(word)) {
                return topic;
            }
        }
        return Topic.ofQuery(command).orElseThrow();
    }
}
