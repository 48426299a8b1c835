package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.diagnosis.Analysis.ReadCommand;
import io.presencemedic.diagnosis.Analysis.UnreadableLine;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.FactView;
import io.presencemedic.diagnosis.fact.LogMessages;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.redaction.SecretMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the answers of a pasted log: each for itself as the API shows it, and together as facts for the rules. */
public final class PastedFacts {
    private static final Pattern SECRET_TABLE =
            Pattern.compile("(?i)epassyncagentcfg|\\bcredential|passw|secret|\\bpwd\\b|private_?key");

    private final List<ReadCommand> commands = new ArrayList<>();
    private final Map<Integer, NodeFacts> sessions = new TreeMap<>();

    private PastedFacts() {}

    public static PastedFacts read(String text) {
        PastedFacts facts = new PastedFacts();
        PastedLog.read(text).forEach(facts::command);
        facts.remarks(LogMessages.of(text));
        return facts;
    }

    /** Every command in the order of the log. */
    public List<ReadCommand> commands() {
        return commands;
    }

    /** What the log tells about the cluster, by session. */
    public ClusterFacts cluster() {
        return new ClusterFacts(List.copyOf(sessions.values()));
    }

    private void remarks(LogMessages found) {
        if (!found.lines().isEmpty()) {
            NodeFacts first = sessions.computeIfAbsent(1, number -> new NodeFacts(null, null));
            CommandEvidence heard = new CommandEvidence(null, "(anywhere in the log)", 1, found.lines());
            first.put(FactKey.REMARKS, new Fact.Known<>(found, heard));
        }
    }

    private void command(PastedCommand pasted) {
        KnownCommand known = pasted.known();
        if (known == null) {
            commands.add(new ReadCommand(CommandEvidence.shown(pasted.text()), pasted.line(), false, null, null));
            return;
        }
        CommandEvidence heard = new CommandEvidence(null, pasted.text(), pasted.line(), pasted.answer());
        NodeFacts node = sessions.computeIfAbsent(pasted.session(), number -> new NodeFacts(null, null));
        String shown = known.takesArgument() ? CommandEvidence.shown(pasted.text()) : pasted.text();
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

    private static <T> void put(NodeFacts node, FactKey<T> topic, Object word, CommandEvidence heard) {
        node.put(topic, new Fact.Known<>(topic.type().cast(word), heard));
    }

    private static <T> void putUnknown(NodeFacts node, FactKey<T> topic, Unreadable refused, CommandEvidence heard) {
        node.put(topic, new Fact.Unknown<>("the answer was not understood: " + refused.why(), heard));
    }

    private static Optional<? extends FactKey<?>> topic(KnownCommand known, Object word) {
        return unknown(known).filter(topic -> topic.type().isInstance(word));
    }

    private static Optional<? extends FactKey<?>> unknown(KnownCommand known) {
        return switch (known.kind()) {
            case SERVICE_LIST -> Optional.of(FactKey.SERVICES);
            case SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> Optional.of(FactKey.SERVICE_CHANGE);
            case SYNC_MONITOR -> Optional.of(FactKey.SYNC_MONITOR);
            case HIGH_AVAILABILITY -> Optional.of(FactKey.HIGH_AVAILABILITY);
            case REPLICATION -> Optional.of(FactKey.REPLICATION);
            case NETWORK_CLUSTER -> Optional.of(FactKey.NETWORK_CLUSTER);
            case CORE_FILES -> Optional.of(FactKey.CORE_FILES);
            case VERSION -> Optional.of(FactKey.VERSION);
            case SQL_SELECT -> FactKey.ofQuery(known.text());
            case CONNECTIVITY -> Optional.of(FactKey.CONNECTIVITY);
            case DIAGNOSTIC_TESTS -> Optional.of(FactKey.DIAGNOSTIC_TESTS);
            case HOSTS -> Optional.of(FactKey.HOSTS);
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
        return secret && !line.isBlank() ? SecretMask.MASK : CommandEvidence.shown(line);
    }
}
