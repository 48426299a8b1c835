package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.SyncMonitorSetting;
import io.presencemedic.cisco.cli.KnownCommand.Kind;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words with which command lines begin. */
final class CommandGrammar {
    private static final Map<String, Kind> WORDS = new LinkedHashMap<>();
    private static final String RECOVER = "utils ha recover";
    private static final int LONGEST_LINE = 32_000;
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_ROWS_OF_A_TABLE = 10_000;
    private static final Pattern FIRST_WORDS = Pattern.compile("(?i)\\s*+(?:utils|set|ha|show|run)\\s");
    private static final Pattern BLANKS = Pattern.compile("\\s++");

    static {
        WORDS.put("utils service list", Kind.SERVICE_LIST);
        WORDS.put("utils service start", Kind.SERVICE_START);
        WORDS.put("utils service stop", Kind.SERVICE_STOP);
        WORDS.put("utils service restart", Kind.SERVICE_RESTART);
        WORDS.put("utils service activate", Kind.SERVICE_ACTIVATE);
        WORDS.put("utils service deactivate", Kind.SERVICE_STOP);
        WORDS.put("set replication-sync monitor enable", Kind.SYNC_MONITOR);
        WORDS.put("set replication-sync monitor disable", Kind.SYNC_MONITOR);
        WORDS.put("utils ha status", Kind.HIGH_AVAILABILITY);
        WORDS.put("utils ha failover", Kind.HIGH_AVAILABILITY);
        WORDS.put("utils ha fallback", Kind.HIGH_AVAILABILITY);
        WORDS.put("utils ha recover", Kind.HIGH_AVAILABILITY);
        WORDS.put("ha status", Kind.HIGH_AVAILABILITY);
        WORDS.put("ha failover", Kind.HIGH_AVAILABILITY);
        WORDS.put("ha fallback", Kind.HIGH_AVAILABILITY);
        WORDS.put("utils dbreplication runtimestate", Kind.REPLICATION);
        WORDS.put("show network cluster", Kind.NETWORK_CLUSTER);
        WORDS.put("utils core active list", Kind.CORE_FILES);
        WORDS.put("show version active", Kind.VERSION);
        WORDS.put("set cli pagination on", Kind.PAGINATION);
        WORDS.put("set cli pagination off", Kind.PAGINATION);
        WORDS.put("run sql select", Kind.SQL_SELECT);
        WORDS.put("run sql update", Kind.SQL_CHANGE);
        WORDS.put("run sql insert", Kind.SQL_CHANGE);
        WORDS.put("run sql delete", Kind.SQL_CHANGE);
        WORDS.put("utils network connectivity", Kind.CONNECTIVITY);
        WORDS.put("utils diagnose test", Kind.DIAGNOSTIC_TESTS);
        WORDS.put("utils diagnose module", Kind.DIAGNOSTIC_TESTS);
        WORDS.put("show tech network hosts", Kind.HOSTS);
        WORDS.put("show tech dbintegrity", Kind.DATABASE_INTEGRITY);
        WORDS.put("show tech database dump", Kind.DATABASE_DUMP);
        WORDS.put("utils create report database", Kind.DATABASE_REPORT);
        WORDS.put(new ShowActiveSessions().text(), Kind.ACTIVE_SESSIONS);
    }

    private CommandGrammar() {}

    static Optional<KnownCommand> recognise(String line) {
        if (!FIRST_WORDS.matcher(line).lookingAt()) {
            return Optional.empty();
        }
        String text = fold(line);
        for (Map.Entry<String, Kind> entry : WORDS.entrySet()) {
            if (begins(text, entry.getKey())) {
                return Optional.of(known(entry.getKey(), entry.getValue(), text));
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, String words) {
        return text.regionMatches(true, 0, words, 0, words.length())
                && (text.length() == words.length() || text.charAt(words.length()) == ' ');
    }

    private static KnownCommand known(String words, Kind kind, String text) {
        String rest = text.substring(words.length()).strip();
        CommandArgument argument = CommandArgument.of(words, kind, rest);
        String whole = text.substring(0, words.length());
        return new KnownCommand(
                argument.text().isEmpty() ? whole : whole + " " + argument.text(), kind, argument.joined());
    }

    static boolean couldBegin(String text) {
        String lower = LetterCase.lower(fold(text));
        return lower.length() > 1 && WORDS.keySet().stream().anyMatch(words -> words.startsWith(lower));
    }

    private static String fold(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }

    /** Refuses what no platform prints, before anybody tries to understand it: endless lines, and endless tables. */
    static void checkLength(Kind kind, Answer answer) throws Unreadable {
        int most = mostLines(kind);
        if (answer.lines().size() > most) {
            throw new Unreadable(most + 1, answer.lines().get(most), "the answer is longer than any of this command");
        }
        for (int i = 0; i < answer.lines().size(); i++) {
            if (answer.lines().get(i).length() > LONGEST_LINE) {
                throw new Unreadable(
                        i + 1, answer.lines().get(i), "the line is longer than any that the platform prints");
            }
        }
    }

    private static int mostLines(Kind kind) {
        return switch (kind) {
            case SERVICE_LIST,
                    SERVICE_START,
                    SERVICE_STOP,
                    SERVICE_RESTART,
                    SERVICE_ACTIVATE,
                    HIGH_AVAILABILITY,
                    REPLICATION,
                    NETWORK_CLUSTER,
                    VERSION,
                    CONNECTIVITY,
                    DIAGNOSTIC_TESTS,
                    ACTIVE_SESSIONS -> MOST_ROWS;
            case CORE_FILES, HOSTS, SQL_SELECT -> MOST_ROWS_OF_A_TABLE;
            case SQL_CHANGE, SYNC_MONITOR, PAGINATION, DATABASE_INTEGRITY, DATABASE_DUMP, DATABASE_REPORT ->
                Integer.MAX_VALUE;
        };
    }

    static ServiceControl readControl(KnownCommand command, Answer answer) throws Unreadable {
        String name = command.text().replaceFirst("(?i)^utils service [a-z]+ ?", "");
        ServiceName service = new ServiceName(name);
        boolean stop = command.kind() == Kind.SERVICE_STOP;
        return ServiceProgress.read(
                answer,
                service,
                stop ? EnumSet.of(ServiceState.STOPPED, ServiceState.NOTRUNNING) : EnumSet.of(ServiceState.STARTED));
    }

    /** A recovery tells how its request ended, every other command of high availability the groups' states. */
    static Object readHighAvailability(KnownCommand command, Answer answer) throws Unreadable {
        boolean recovery = command.text().toLowerCase(Locale.ROOT).startsWith(RECOVER);
        String group = recovery ? command.text().substring(RECOVER.length()).strip() : "";
        return group.isEmpty() ? new UtilsHaStatus().read(answer) : HaRequestReader.recovery(answer);
    }

    static SyncMonitorSetting readMonitor(KnownCommand command, Answer answer) throws Unreadable {
        PlainText.read(answer);
        return new SyncMonitorSetting(command.text().toLowerCase(Locale.ROOT).endsWith("enable"));
    }
}
