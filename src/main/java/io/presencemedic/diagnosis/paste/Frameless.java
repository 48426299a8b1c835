package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.cli.LineCut;
import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.cisco.cli.Ruler;
import io.presencemedic.cisco.cli.ShowActiveSessions;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads answers without their commands: what only one command prints explains itself. */
final class Frameless {
    private static final Pattern CHANGED_SERVICE = Pattern.compile("([A-Za-z][^\\[\\]]{1,80}+)\\[ ?[A-Za-z]++ ?] *+");
    private static final String PROGRESS = "Service Manager is running";
    private static final int LONGEST_ROW = 1000;

    private final int session;
    private final List<PastedCommand> commands = new ArrayList<>();
    private List<SourceLine> answer = new ArrayList<>();
    private @Nullable Kind kind;
    private boolean inside;

    private Frameless(int session) {
        this.session = session;
    }

    /** The commands of which the lines are answers; none where they are prose. */
    static List<PastedCommand> read(List<SourceLine> lines, int session) {
        Frameless read = new Frameless(session);
        lines.forEach(read::take);
        read.end();
        return read.commands;
    }

    private void take(SourceLine line) {
        Optional<PrintedLine> printed = printed(line.text());
        if (Ruler.is(line.text().strip(), '=') && kind != Kind.CORE_FILES && kind != Kind.DIAGNOSTIC_TESTS) {
            table();
            answer.add(line);
        } else if (printed.isPresent()) {
            PrintedLine found = printed.get();
            if (!belongs(found)) {
                boolean heads = kind == null && answer.stream().allMatch(before -> isProgressHead(before.text()));
                List<SourceLine> above = heads ? answer : List.of();
                end();
                answer.addAll(above);
                kind = found.kind();
            }
            inside |= !found.first();
            answer.add(line);
        } else {
            answer.add(line);
        }
    }

    /** The warning that a restart prints first. */
    private static boolean isProgressHead(String text) {
        return text.isBlank() || text.contains("Ctrl");
    }

    private static Optional<PrintedLine> printed(String text) {
        Optional<PrintedLine> whole = PrintedLine.of(text).filter(PrintedLine::whole);
        return whole.or(() -> LineCut.of(text).flatMap(PrintedLine::of))
                .or(() -> text.length() > LONGEST_ROW ? flat(text) : Optional.empty());
    }

    /** An answer whose line ends were lost. */
    private static Optional<PrintedLine> flat(String text) {
        return PrintedLine.of(text.substring(0, LONGEST_ROW / 4));
    }

    private boolean belongs(PrintedLine line) {
        boolean same = kind == line.kind() && !(line.first() && inside);
        return kind != null && same;
    }

    /** The heading stands above the ruler. */
    private void table() {
        int heading = answer.size() - 1;
        while (heading >= 0 && answer.get(heading).text().isBlank()) {
            heading--;
        }
        List<SourceLine> above = heading < 0 ? List.of() : List.copyOf(answer.subList(heading, answer.size()));
        answer = new ArrayList<>(answer.subList(0, Math.max(0, heading)));
        end();
        answer.addAll(above);
        kind = above.isEmpty() ? null : Kind.SQL_SELECT;
    }

    private void end() {
        if (kind != null && !answer.isEmpty()) {
            String command = command(kind);
            KnownCommand known = KnownCommand.recognise(command).orElseThrow();
            commands.add(new PastedCommand(command, answer.get(0).number(), known, answer, session));
        }
        answer = new ArrayList<>();
        kind = null;
        inside = false;
    }

    private String command(Kind kind) {
        return switch (kind) {
            case SERVICE_LIST, SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> services();
            case REPLICATION -> "utils dbreplication runtimestate";
            case HIGH_AVAILABILITY -> "utils ha status";
            case NETWORK_CLUSTER -> "show network cluster";
            case CORE_FILES -> "utils core active list";
            case VERSION -> "show version active";
            case CONNECTIVITY -> "utils network connectivity";
            case DIAGNOSTIC_TESTS -> "utils diagnose test";
            case HOSTS -> "show tech network hosts";
            case DATABASE_REPORT -> "utils create report database";
            case SQL_CHANGE -> "run sql update";
            case SQL_SELECT -> "run sql select";
            case ACTIVE_SESSIONS -> new ShowActiveSessions().text();
            case SYNC_MONITOR, PAGINATION, DATABASE_INTEGRITY, DATABASE_DUMP ->
                throw new IllegalStateException("no line tells " + kind);
        };
    }

    /** Rows of services: those of one service that is being changed, or a part of the list. */
    private String services() {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (SourceLine line : answer) {
            Matcher row = CHANGED_SERVICE.matcher(line.text().strip());
            if (row.lookingAt()) {
                names.merge(row.group(1).strip(), 1, Integer::sum);
            }
        }
        boolean changed = names.size() == 1 && answer.stream().anyMatch(Frameless::isProgress);
        return changed ? verb() + names.keySet().iterator().next() : "utils service list";
    }

    private static boolean isProgress(SourceLine line) {
        return line.text().strip().equals(PROGRESS);
    }

    private String verb() {
        boolean restart = answer.stream().anyMatch(line -> line.text().contains("Ctrl"));
        boolean stop = answer.stream().anyMatch(line -> line.text().contains("[STOPPING]"));
        boolean start = answer.stream()
                .anyMatch(line ->
                        line.text().contains("[STARTING]") || line.text().contains("[STARTED]"));
        return "utils service " + (restart || stop && start ? "restart " : stop ? "stop " : "start ");
    }
}
