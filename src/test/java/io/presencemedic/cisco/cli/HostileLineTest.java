package io.presencemedic.cisco.cli;

import io.presencemedic.BesideTheService;
import io.presencemedic.ProcessorTime;
import io.presencemedic.Thorough;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A line that a node never ends costs its length and no more, in the answer to whatever command. */
@BesideTheService
class HostileLineTest {
    private static final int SIZE = 1 << 14;
    private static final List<Command<?>> COMMANDS = List.of(
            new UtilsServiceList(),
            new UtilsHaStatus(),
            new UtilsHaRecover("DefaultCluster"),
            new UtilsDbreplicationRuntimestate(),
            new UtilsDiagnoseTest(),
            new UtilsCoreActiveList(),
            new UtilsNetworkConnectivity("imp-sub", 1500),
            new ShowNetworkCluster(),
            new ShowVersionActive(),
            new ShowTechNetworkHosts(),
            new ShowTechDbintegrity(),
            new ShowActiveSessions(),
            new SetReplicationSyncMonitor(true),
            new SetCliPagination(false),
            new RunSqlUpdate("1", "2"));

    private static final List<String> FORMS = List.of(
            "%s",
            "Cisco Tomcat[STARTED]  %s",
            "Cisco Tomcat[%s]",
            "Subcluster Name: %s",
            "Node Name: a State: %s Reason: x",
            "Node Name: a State: Normal Reason: %s",
            "Reason: %s",
            "Server Time: %s",
            "test - %s : Passed",
            "192.0.2.1 %s Publisher",
            "Rows: %s",
            "Active Master Version: %s");

    static List<Arguments> lines() {
        return Thorough.sample(
                COMMANDS.stream()
                        .flatMap(command -> FORMS.stream()
                                .flatMap(form -> Stream.of("\u0130", "\u00df", "a ", " ", "]", ":")
                                        .map(piece -> Arguments.of(command, form, piece))))
                        .toList(),
                15);
    }

    private static void read(Command<?> command, String text) {
        try {
            command.read(Answer.of(text));
        } catch (Unreadable refused) {
            // Most of it is: what counts is how soon.
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void twiceTheLineTakesTwiceTheTime(Command<?> command, String form, String piece) {
        ProcessorTime.growsWithTheTextAlone(
                command.text() + " " + form + piece,
                form.formatted(piece.repeat(SIZE / piece.length())),
                form.formatted(piece.repeat(4 * SIZE / piece.length())),
                text -> read(command, text));
    }
}
