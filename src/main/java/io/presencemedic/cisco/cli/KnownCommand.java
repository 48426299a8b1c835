package io.presencemedic.cisco.cli;

import java.util.Locale;
import java.util.Optional;

/**
 * A command line that somebody typed and whose answer can be read. It is never sent: what is sent is a {@link Command}.
 *
 * @param text the command as typed, without what a damaged copy joined to it
 * @param kind which command it is
 * @param joined the beginning of the answer, where a damaged copy joined it to the command; empty otherwise
 */
public record KnownCommand(String text, Kind kind, String joined) {
    /** The commands whose answers can be read. */
    public enum Kind {
        SERVICE_LIST,
        SERVICE_START,
        SERVICE_STOP,
        SERVICE_RESTART,
        SERVICE_ACTIVATE,
        SYNC_MONITOR,
        HIGH_AVAILABILITY,
        REPLICATION,
        NETWORK_CLUSTER,
        CORE_FILES,
        VERSION,
        PAGINATION,
        SQL_SELECT,
        SQL_CHANGE,
        CONNECTIVITY,
        DIAGNOSTIC_TESTS,
        HOSTS,
        DATABASE_INTEGRITY,
        DATABASE_DUMP,
        DATABASE_REPORT,
        ACTIVE_SESSIONS
    }

    /**
     * Recognises a command line; letter case and the number of blanks do not matter.
     *
     * @param line what was typed behind the prompt
     * @return empty where it is none of the commands whose answers can be read
     */
    public static Optional<KnownCommand> recognise(String line) {
        return CommandGrammar.recognise(line);
    }

    /** Whether a text could be the beginning of a command line that was broken at the edge of a terminal. */
    public static boolean couldBegin(String text) {
        return CommandGrammar.couldBegin(text);
    }

    /**
     * Reads the answer.
     *
     * @return the platform's word for what the answer means, such as a
     *     {@link io.presencemedic.cisco.service.ServiceList}
     * @throws Unreadable at the first line that is not part of the command's grammar
     */
    public Object read(Answer answer) throws Unreadable {
        CommandGrammar.checkLength(kind, answer);
        return switch (kind) {
            case SERVICE_LIST -> new UtilsServiceList().read(answer);
            case SERVICE_START, SERVICE_RESTART, SERVICE_STOP, SERVICE_ACTIVATE ->
                CommandGrammar.readControl(this, answer);
            case SYNC_MONITOR -> CommandGrammar.readMonitor(this, answer);
            case HIGH_AVAILABILITY -> CommandGrammar.readHighAvailability(this, answer);
            case REPLICATION -> new UtilsDbreplicationRuntimestate().read(answer);
            case NETWORK_CLUSTER -> new ShowNetworkCluster().read(answer);
            case CORE_FILES -> new UtilsCoreActiveList().read(answer);
            case VERSION -> new ShowVersionActive().read(answer);
            case PAGINATION ->
                new SetCliPagination(!text.toLowerCase(Locale.ROOT).endsWith("off")).read(answer);
            case SQL_SELECT -> SqlReader.read(answer);
            case SQL_CHANGE -> RunSqlUpdate.rows(answer);
            case CONNECTIVITY -> UtilsNetworkConnectivity.reads(answer);
            case DIAGNOSTIC_TESTS -> new UtilsDiagnoseTest().read(answer);
            case HOSTS -> new ShowTechNetworkHosts().read(answer);
            case DATABASE_INTEGRITY -> new ShowTechDbintegrity().read(answer);
            case DATABASE_DUMP -> new ShowTechDatabaseDump().read(answer);
            case DATABASE_REPORT -> new UtilsCreateReportDatabase().read(answer);
            case ACTIVE_SESSIONS -> new ShowActiveSessions().read(answer);
        };
    }
}
