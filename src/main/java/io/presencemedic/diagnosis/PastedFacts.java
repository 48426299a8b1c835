package io.presencemedic.diagnosis;

import io.presencemedic.cisco.SecretMask;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.diagnosis.Analysis.ReadCommand;
import io.presencemedic.diagnosis.Analysis.UnreadableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the answers of a pasted log: each for itself as the API shows it, and together as facts for the rules. */
final class PastedFacts {
    private static final Pattern SECRET_TABLE =
            Pattern.compile("(?i)epassyncagentcfg|\\bcredential|passw|secret|\\bpwd\\b|private_?key");

    private final List<ReadCommand> commands = new ArrayList<>();
    private final Map<Integer, NodeFacts> sessions = new TreeMap<>();

    private PastedFacts() {}

    static PastedFacts read(String text) {
        PastedFacts facts = new PastedFacts();
        PastedLog.read(text).forEach(facts::command);
        facts.remarks(Remarks.of(text));
        return facts;
    }

    /** Every command in the order of the log. */
    List<ReadCommand> commands() {
        return commands;
    }

    /** What the log tells about the cluster, by session. */
    ClusterFacts cluster() {
        return new ClusterFacts(List.copyOf(sessions.values()));
    }

    private void remarks(Remarks found) {
        if (!found.lines().isEmpty()) {
            NodeFacts first = sessions.computeIfAbsent(1, number -> new NodeFacts(null, null));
            Heard heard = new Heard(null, "(anywhere in the log)", 1, found.lines());
            first.put(Topic.REMARKS, new Fact.Known<>(found, heard));
        }
    }

    private void command(PastedCommand pasted) {
        KnownCommand known = pasted.known();
        if (known == null) {
            commands.add(new ReadCommand(Heard.shown(pasted.text()), pasted.line(), false, null, null));
            return;
        }
        Heard heard = new Heard(null, pasted.text(), pasted.line(), pasted.answer());
        NodeFacts node = sessions.computeIfAbsent(pasted.session(), number -> new NodeFacts(null, null));
        String shown = known.takesArgument() ? Heard.shown(pasted.text()) : pasted.text();
        try {
            Object word = known.read(
                    new Answer(pasted.answer().stream().map(SourceLine::text).toList()));
            commands.add(new ReadCommand(shown, pasted.line(), true, FactView.of(word), null));
            topic(known, word).ifPresent(topic -> put(node, topic, word, heard));
        } catch (Unreadable refused) {
            UnreadableLine line = line(pasted, refused);
            commands.add(new ReadCommand(shown, pasted.line(), true, null, line));
            unknown(known).ifPresent(topic -> putUnknown(node, topic, refused, heard));
        }
    }

    private static <T> void put(NodeFacts node, Topic<T> topic, Object word, Heard heard) {
        node.put(topic, new Fact.Known<>(topic.type().cast(word), heard));
    }

    private static <T> void putUnknown(NodeFacts node, Topic<T> topic, Unreadable refused, Heard heard) {
        node.put(topic, new Fact.Unknown<>("the answer was not understood: " + refused.why(), heard));
    }

    private static Optional<? extends Topic<?>> topic(KnownCommand known, Object word) {
        return unknown(known).filter(topic -> topic.type().isInstance(word));
    }

    private static Optional<? extends Topic<?>> unknown(KnownCommand known) {
        return switch (known.kind()) {
            case SERVICE_LIST -> Optional.of(Topic.SERVICES);
            case SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> Optional.of(Topic.SERVICE_CHANGE);
            case SYNC_MONITOR -> Optional.of(Topic.SYNC_MONITOR);
            case HIGH_AVAILABILITY -> Optional.of(Topic.HIGH_AVAILABILITY);
            case REPLICATION -> Optional.of(Topic.REPLICATION);
            case NETWORK_CLUSTER -> Optional.of(Topic.NETWORK_CLUSTER);
            case CORE_FILES -> Optional.of(Topic.CORE_FILES);
            case VERSION -> Optional.of(Topic.VERSION);
            case SQL_SELECT -> Topic.ofQuery(known.text());
            case CONNECTIVITY -> Optional.of(Topic.CONNECTIVITY);
            case DIAGNOSTIC_TESTS -> Optional.of(Topic.DIAGNOSTIC_TESTS);
            case HOSTS -> Optional.of(Topic.HOSTS);
            case SQL_CHANGE, PAGINATION, DATABASE_INTEGRITY, DATABASE_DUMP, DATABASE_REPORT -> Optional.empty();
        };
    }

    /** The place within the log; an answer that ended too early is unreadable behind its last line. */
    private static UnreadableLine line(PastedCommand pasted, Unreadable refused) {
        int index = refused.line() - 1;
        List<SourceLine> answer = pasted.answer();
        if (index < answer.size()) {
            SourceLine source = answer.get(index);
            return new UnreadableLine(source.number(), shown(pasted, source.text()), refused.why());
        }
        int last =
                answer.isEmpty() ? pasted.line() : answer.get(answer.size() - 1).number();
        return new UnreadableLine(last + 1, "", refused.why());
    }

    /** A row of a secret table that does not stand under its heading cannot be masked by its columns. */
    private static String shown(PastedCommand pasted, String line) {
        KnownCommand known = pasted.known();
        boolean query = known != null && known.kind() == Kind.SQL_SELECT;
        boolean secret = query
                && (SECRET_TABLE.matcher(pasted.text()).find()
                        || pasted.answer().stream().limit(6).anyMatch(row -> SECRET_TABLE
                                .matcher(row.text())
                                .find()));
        return secret && !line.isBlank() ? SecretMask.MASK : Heard.shown(line);
    }
}
