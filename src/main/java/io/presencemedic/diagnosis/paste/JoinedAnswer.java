package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts back the line ends of an answer that a copy joined to its command. Lines are begun only where no line could go
 * on; the command's grammar then decides whether the answer is understood.
 */
final class JoinedAnswer {
    private static final Pattern TESTS =
            before("(?:test|skip) - |Starting diagnostic|={3,}|Diagnostics Completed|The final output|Please use ");
    private static final Pattern NODES =
            before("\\d{1,3}(?:\\.\\d{1,3}){3} |Server Table |-{3,}|Dynamic Cluster Configuration");
    private static final Pattern CORES = before("(?<!KB )(?:\\d+ KB )?\\d{4}-\\d\\d-\\d\\d |={3,}");
    private static final Pattern REPLICATION = before("Server Time:|Cluster Replication State:|DB Version:"
            + "|Number of replicated tables|Repltimeout set|PROCESS option|Cluster Detailed View|DB CLI Status"
            + "|D?DB and Replication Services|PING |SERVER-NAME |(?<!- )-{3,} |\\S+ \\S+ [\\d.]+ [YN]/[YN]/[YN] ");
    private static final Pattern PROGRESS = before("Continue \\(y/n\\)|Running test|Network connectivity test"
            + "|Service Manager is running|Commanded Out of Service|Service Not Activated");
    private static final Pattern STATES =
            Pattern.compile("(?<=\\]|Service Manager is running|Commanded Out of Service|Service Not Activated)\\s+");
    private static final Pattern VERSION = Pattern.compile("\\s+(?=Active Version Installed)|(?<=Options:)\\s+");

    private JoinedAnswer() {}

    private static Pattern before(String begin) {
        return Pattern.compile("\\s+(?=" + begin + ")");
    }

    /** The lines of the answer, all with the number of the line in which they were found. */
    static List<SourceLine> lines(Kind kind, String joined, int number) {
        String[] lines = form(kind).map(form -> form.split(joined)).orElseGet(() -> new String[] {joined});
        boolean states = kind == Kind.SERVICE_START
                || kind == Kind.SERVICE_STOP
                || kind == Kind.SERVICE_RESTART
                || kind == Kind.SERVICE_ACTIVATE;
        return Arrays.stream(lines)
                .flatMap(line -> states ? STATES.splitAsStream(line) : List.of(line).stream())
                .map(line -> new SourceLine(number, line))
                .toList();
    }

    private static Optional<Pattern> form(Kind kind) {
        return switch (kind) {
            case DIAGNOSTIC_TESTS -> Optional.of(TESTS);
            case NETWORK_CLUSTER -> Optional.of(NODES);
            case CORE_FILES -> Optional.of(CORES);
            case REPLICATION -> Optional.of(REPLICATION);
            case VERSION -> Optional.of(VERSION);
            case CONNECTIVITY, SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> Optional.of(PROGRESS);
            case SERVICE_LIST,
                    SYNC_MONITOR,
                    HIGH_AVAILABILITY,
                    PAGINATION,
                    SQL_SELECT,
                    SQL_CHANGE,
                    HOSTS,
                    DATABASE_INTEGRITY,
                    DATABASE_DUMP,
                    DATABASE_REPORT -> Optional.empty();
        };
    }
}
