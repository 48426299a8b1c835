package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.QueryTables;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.FactView;
import io.presencemedic.diagnosis.fact.LogMessages;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.ServiceChanges;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.diagnosis.paste.AnswerReader.NotUnderstood;
import io.presencemedic.diagnosis.paste.AnswerReader.Understood;
import io.presencemedic.diagnosis.paste.text.PastedText;
import io.presencemedic.diagnosis.paste.text.Prompt;
import io.presencemedic.diagnosis.paste.text.SessionMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the answers of a pasted log: each for itself as the API shows it, and together as facts for the rules. */
public final class PastedFacts {
    private static final String LEFT_OUT = "rows were left out of the answer";

    private final LogSessions sessions;
    private final List<Read> read = new ArrayList<>();
    private final LogMessages messages;

    /** A command with its session and what its answer means. */
    private record Read(
            PastedCommand pasted, int session, @Nullable AnswerReader answer) {}

    private boolean whole = true;

    private PastedFacts(PastedLog log, LogMessages messages) {
        this.sessions = new LogSessions(log.hosts());
        this.messages = messages;
    }

    /**
     * Reads a log as far as the budget allows.
     *
     * @throws ReadingStoppedException where the budget is used up before any command is read
     */
    public static PastedFacts read(String text, ReadingBudget budget) {
        List<SourceLine> parts = new ArrayList<>();
        for (SourceLine line : PastedText.lines(text)) {
            budget.step();
            parts(line).forEach(parts::add);
        }
        List<SourceLine> lines = MaskedLog.of(WrappedTables.join(DelimitedTables.align(parts, budget), budget), budget);
        PastedLog log = PastedLog.read(lines, budget);
        PastedFacts facts = new PastedFacts(log, LogMessages.of(lines));
        for (PastedCommand command : log.commands()) {
            if (!budget.allows() || budget.isUsedUp()) {
                facts.whole = false;
                break;
            }
            facts.command(command);
        }
        return facts;
    }

    /** Whether all of the log was read. */
    public boolean isWhole() {
        return whole;
    }

    private static Stream<SourceLine> parts(SourceLine line) {
        List<String> parts = Prompt.split(line.text()).stream()
                .flatMap(part -> SessionMark.split(part).stream())
                .toList();
        return parts.size() == 1 ? Stream.of(line) : parts.stream().map(part -> new SourceLine(line.number(), part));
    }

    private void command(PastedCommand pasted) {
        KnownCommand known = pasted.known();
        if (known == null) {
            read.add(new Read(pasted, sessions.of(pasted.session(), NodeIdentity.UNKNOWN), null));
            return;
        }
        AnswerReader answer = AnswerReader.read(known, pasted.answer());
        Understood understood = answer.understood();
        NodeIdentity told = NodeIdentity.of(
                understood == null ? null : understood.word(),
                understood == null ? pasted.answer() : understood.lines());
        read.add(new Read(pasted, sessions.of(pasted.session(), told), answer));
    }

    /** Every command in the order of the log. */
    public List<ReadCommand> commands() {
        return read.stream().map(this::shown).toList();
    }

    private ReadCommand shown(Read one) {
        PastedCommand pasted = one.pasted();
        String node = sessions.node(one.session()).map(CommandEvidence::shown).orElse(null);
        String text = CommandEvidence.shown(pasted.text());
        AnswerReader answer = one.answer();
        Understood understood = answer == null ? null : answer.understood();
        Map<String, Object> facts = understood == null ? null : facts(understood);
        NotUnderstood refused = answer == null ? null : answer.notUnderstood();
        UnreadableLine unreadable = refused == null ? null : line(pasted, refused);
        return new ReadCommand(text, pasted.line(), answer != null, facts, unreadable, one.session(), node);
    }

    private static @Nullable Map<String, Object> facts(Understood understood) {
        Map<String, Object> facts = FactView.of(understood.word());
        if (facts == null || !understood.partial()) {
            return facts == null ? null : ShownFacts.of(facts);
        }
        Map<String, Object> partial = new LinkedHashMap<>(facts);
        partial.put("complete", false);
        return ShownFacts.of(partial);
    }

    /** What the log tells about the cluster: a node where its name is known, and else a session. */
    public ClusterFacts cluster() {
        SessionNodes told = sessions.nodes();
        Map<String, NodeFacts> nodes = new LinkedHashMap<>();
        for (Read one : read) {
            if (one.answer() != null) {
                put(node(nodes, told, one.session()), one, one.answer());
            }
        }
        if (!messages.lines().isEmpty()) {
            if (nodes.isEmpty()) {
                nodes.put("", new NodeFacts(null, null));
            }
            NodeFacts first = nodes.values().iterator().next();
            CommandEvidence heard = new CommandEvidence(null, "(anywhere in the log)", 1, messages.lines());
            first.put(FactKey.REMARKS, new Fact.Known<>(messages, heard));
        }
        return new ClusterFacts(List.copyOf(nodes.values()));
    }

    private static NodeFacts node(Map<String, NodeFacts> nodes, SessionNodes told, int session) {
        return nodes.computeIfAbsent(
                told.key(session), absent -> new NodeFacts(told.name(session).orElse(null), null));
    }

    private void put(NodeFacts node, Read one, AnswerReader answer) {
        Optional<? extends FactKey<?>> key = PastedCommandFact.of(one.pasted().known());
        Understood understood = answer.understood();
        List<SourceLine> lines = understood == null ? one.pasted().answer() : understood.lines();
        CommandEvidence heard = new CommandEvidence(
                node.name().orElse(null), one.pasted().text(), one.pasted().line(), lines);
        NotUnderstood refused = answer.notUnderstood();
        if (refused != null) {
            key.ifPresent(of -> unknown(
                    node,
                    of,
                    "the answer was not understood: " + refused.refused().why(),
                    heard));
        } else if (understood != null && understood.partial()) {
            key.ifPresent(of -> unknown(node, of, LEFT_OUT, heard));
        } else if (understood != null && understood.word() instanceof ServiceControl change) {
            ServiceChanges before =
                    node.known(FactKey.SERVICE_CHANGES).map(Fact.Known::value).orElse(ServiceChanges.NONE);
            node.put(FactKey.SERVICE_CHANGES, new Fact.Known<>(before.and(new Fact.Known<>(change, heard)), heard));
        } else if (understood != null) {
            key.filter(of -> of.type().isInstance(understood.word()))
                    .ifPresent(of -> known(node, of, understood.word(), heard));
        }
    }

    private static <T> void known(NodeFacts node, FactKey<T> key, Object word, CommandEvidence heard) {
        Fact.Known<T> later = new Fact.Known<>(key.type().cast(word), heard);
        if (node.known(key).filter(before -> tellsLess(later, before)).isEmpty()) {
            node.put(key, later);
        }
    }

    /** Whether a query asks for less of a table than an earlier one did. */
    private static boolean tellsLess(Fact.Known<?> later, Fact.Known<?> before) {
        return later.value() instanceof SqlTable table
                && before.value() instanceof SqlTable known
                && (!table.columns().containsAll(known.columns())
                        || QueryTables.of(later.heard().command()).narrowed()
                                && !QueryTables.of(before.heard().command()).narrowed());
    }

    private static <T> void unknown(NodeFacts node, FactKey<T> key, String why, CommandEvidence heard) {
        node.put(key, new Fact.Unknown<>(why, heard));
    }

    /** The place within the log; an answer that ended too early is unreadable behind its last line. */
    private static UnreadableLine line(PastedCommand pasted, NotUnderstood found) {
        Unreadable refused = found.refused();
        int index = refused.line() - 1;
        List<SourceLine> answer = found.lines();
        if (index < answer.size()) {
            SourceLine source = answer.get(index);
            return new UnreadableLine(source.number(), CommandEvidence.shown(source.text()), refused.why());
        }
        int last =
                answer.isEmpty() ? pasted.line() : answer.get(answer.size() - 1).number();
        return new UnreadableLine(last + 1, "", refused.why());
    }
}
