package io.presencemedic.diagnosis;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.ServiceReport;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes on paper: each answers as it is told to, in the platform's own words, and what they heard is written down. */
final class FakeNodes implements ClusterReader {
    static final Node CUCM = node("cucm-pub", NodeRole.CUCM_PUBLISHER, "192.0.2.10");
    static final Node PUB = node("imp-pub", NodeRole.IMP_PUBLISHER, "192.0.2.11");
    static final Node SUB = node("imp-sub", NodeRole.IMP_SUBSCRIBER, "192.0.2.12");

    static final String STARTED = "Cisco Sync Agent[STARTED]\nPrimary Node =true\n";
    static final String AGENT_DOWN = "Cisco Sync Agent[STOPPED]  Component is not running\nPrimary Node =true\n";

    /** What was asked, each behind its node, in the order of asking. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    final Map<Hold, String> held = new HashMap<>();
    private final Map<String, Reaction> reactions = new HashMap<>();

    /** What a node does when it is asked something. */
    interface Reaction {
        String answer(String node, String question) throws LinkException;
    }

    private static Node node(String name, NodeRole role, String host) {
        return new Node(name, role, host, 22, 8443, null);
    }

    /** The node answers so to what begins with these words; to an operation whatever it answers means success. */
    FakeNodes when(Node node, String question, Reaction reaction) {
        reactions.put(node.name() + " " + question, reaction);
        return this;
    }

    FakeNodes answers(Node node, String question, String answer) {
        return when(node, question, (name, text) -> answer);
    }

    List<String> askedOf(Node node) {
        synchronized (asked) {
            return asked.stream()
                    .filter(text -> text.startsWith(node.name() + " "))
                    .toList();
        }
    }

    @Override
    public Cluster cluster() {
        return new Cluster(
                "paper", "Paper", new CredentialNames("p", "a"), false, null, List.of(CUCM, PUB, SUB), false);
    }

    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        String answer = heard(node, command.text());
        try {
            return command.read(Answer.of(answer));
        } catch (Unreadable e) {
            throw new LinkException(
                    new LinkFailure.NotUnderstood(node.name(), command.text(), e.line(), e.text(), e.why()));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T ask(Node node, Operation<T> operation) throws LinkException {
        heard(node, operation.summary());
        return (T)
                switch (operation.name()) {
                    case "getCCMVersion" -> "14.0.1.10000-20";
                    case "listPresenceRedundancyGroup" ->
                        List.of(new RedundancyGroup("{1}", "Harbour", null, "imp-pub", "imp-sub", true, 7));
                    case "listProcessNode" -> List.of();
                    default -> new ServiceReport("0", -1, null, List.of());
                };
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) {
        throw new IllegalArgumentException("no diagnosis reads files");
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return Optional.ofNullable(held.get(hold));
    }

    private String heard(Node node, String question) throws LinkException {
        String text = node.name() + " " + question;
        asked.add(text);
        Reaction reaction = reactions.entrySet().stream()
                .filter(entry -> text.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse((name, command) -> usual(command));
        return reaction.answer(node.name(), question);
    }

    private static String usual(String question) {
        return switch (question) {
            case "utils service list" -> STARTED;
            case "utils core active list" -> "No core files found\n";
            case "show version active" -> "Active Master Version: 14.0.1.10000-20\n";
            default -> "not an answer that anybody knows\n";
        };
    }
}
