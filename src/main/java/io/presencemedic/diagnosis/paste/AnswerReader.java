package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.ReplicationStateBuilder;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.FlatAnswer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of a pasted command with the grammar that reads it live. Where a copy damaged it, what the damage
 * may have been is undone in a few ways, the same for all commands; the first one counts with which the strict grammar
 * understands all of it.
 */
final class AnswerReader {
    private final KnownCommand command;
    private final List<SourceLine> answer;

    /**
     * What an answer means.
     *
     * @param word the platform's word for it
     * @param lines the lines as they were understood
     * @param partial whether rows were left out of an answer that does not say so by itself
     */
    record Understood(Object word, List<SourceLine> lines, boolean partial) {}

    /**
     * An answer that is not understood.
     *
     * @param refused why
     * @param lines the lines to which its line number belongs
     */
    record NotUnderstood(Unreadable refused, List<SourceLine> lines) {}

    private @Nullable Understood understood;
    private @Nullable NotUnderstood first;

    private AnswerReader(KnownCommand command, List<SourceLine> answer) {
        this.command = command;
        this.answer = answer;
    }

    static AnswerReader read(KnownCommand command, List<SourceLine> answer) {
        AnswerReader reader = new AnswerReader(command, answer);
        reader.read();
        return reader;
    }

    /** What the answer means; null where it is not understood. */
    @Nullable
    Understood understood() {
        return understood;
    }

    /** Why it is not understood; null where it is. */
    @Nullable
    NotUnderstood notUnderstood() {
        return understood == null ? first : null;
    }

    private void read() {
        if (keepsAnyText(command.kind())) {
            attempt(answer, false);
            return;
        }
        boolean table = command.kind() == Kind.SQL_SELECT;
        List<SourceLine> raw = !table && JoinedLines.usualWidth(answer) ? JoinedLines.atWidth(answer) : answer;
        CleanedAnswer before = raw.equals(answer) ? null : CleanedAnswer.of(command.kind(), raw);
        if (before != null && attempt(before.lines(), before.incomplete())) {
            return;
        }
        CleanedAnswer cleaned = CleanedAnswer.of(command.kind(), answer);
        boolean wrapped = !table && JoinedLines.usualWidth(cleaned.lines());
        List<SourceLine> joined = JoinedLines.atWidth(cleaned.lines());
        boolean changed = !joined.equals(cleaned.lines());
        boolean done = wrapped && changed && attempt(joined, cleaned.incomplete())
                || attempt(cleaned.lines(), cleaned.incomplete())
                || !cleaned.lines().equals(answer) && attempt(answer, cleaned.incomplete())
                || attempt(JoinedLines.completed(cleaned.lines()), cleaned.incomplete())
                || changed && attempt(joined, cleaned.incomplete())
                || changed && attempt(JoinedLines.completed(joined), cleaned.incomplete())
                || !table && attempt(JoinedLines.completed(JoinedLines.atWords(cleaned.lines())), cleaned.incomplete());
        if (!done) {
            attempt(flat(answer), cleaned.incomplete());
        }
        if (understood == null) {
            first = null;
            attempt(answer, false);
        }
    }

    private static boolean keepsAnyText(Kind kind) {
        return switch (kind) {
            case SYNC_MONITOR, PAGINATION, DATABASE_INTEGRITY, DATABASE_DUMP, DATABASE_REPORT, SQL_CHANGE -> true;
            case SERVICE_LIST,
                    SERVICE_START,
                    SERVICE_STOP,
                    SERVICE_RESTART,
                    SERVICE_ACTIVATE,
                    HIGH_AVAILABILITY,
                    REPLICATION,
                    NETWORK_CLUSTER,
                    CORE_FILES,
                    VERSION,
                    SQL_SELECT,
                    CONNECTIVITY,
                    DIAGNOSTIC_TESTS,
                    HOSTS,
                    ACTIVE_SESSIONS -> false;
        };
    }

    private List<SourceLine> flat(List<SourceLine> lines) {
        List<SourceLine> split = new ArrayList<>();
        for (SourceLine line : lines) {
            FlatAnswer.split(command.kind(), line.text())
                    .forEach(part -> split.add(new SourceLine(line.number(), part)));
        }
        return split;
    }

    private boolean attempt(List<SourceLine> lines, boolean incomplete) {
        try {
            Object word =
                    command.read(new Answer(lines.stream().map(SourceLine::text).toList()));
            Object whole = incomplete ? incomplete(word) : word;
            understood = new Understood(whole, lines, incomplete && !saysIncomplete(word));
            return true;
        } catch (Unreadable refused) {
            first = first == null ? new NotUnderstood(refused, lines) : first;
            return false;
        }
    }

    private static Object incomplete(Object word) {
        if (word instanceof ServiceList list) {
            return new ServiceList(list.services(), false);
        }
        if (word instanceof DiagnosticTests tests) {
            return new DiagnosticTests(tests.tests(), false);
        }
        return word instanceof ReplicationState state
                ? new ReplicationStateBuilder()
                        .serverTime(state.serverTime())
                        .databaseVersion(state.databaseVersion())
                        .lastCheck(state.lastCheck())
                        .nodes(state.nodes())
                        .servicesRunning(state.servicesRunning())
                        .complete(false)
                        .build()
                : word;
    }

    private static boolean saysIncomplete(Object word) {
        return word instanceof ServiceList || word instanceof DiagnosticTests || word instanceof ReplicationState;
    }
}
