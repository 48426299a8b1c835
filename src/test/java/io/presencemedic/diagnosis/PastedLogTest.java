package io.presencemedic.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.analysis.Analyses;
import io.presencemedic.diagnosis.analysis.Analysis;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BesideTheService
class PastedLogTest {
    private static final String LOGIN = """
            Command Line Interface is starting up, please wait ...

               Welcome to the Platform Command Line Interface

            VMware Installation:
            \t4 vCPU: Intel(R) Xeon(R) CPU E5-2699A v4 @ 2.40GHz
            \t8192 Mbytes RAM
            \tWARNING: DNS unreachable

            """;
    private static final String VERSION = """
            Active Master Version: 14.0.1.13900-17
            Active Version Installed Software Options:
            No Installed Software Options Found.
            """;

    private static List<ReadCommand> read(String log) {
        return new Analyses().analyse(log).commands();
    }

    private static String version(ReadCommand command) {
        return String.valueOf(
                command.facts() == null ? command.unreadable() : command.facts().get("version"));
    }

    @Test
    void aWholeSessionIsCutAtItsPrompts() {
        List<ReadCommand> commands = read(LOGIN + "admin:\nadmin:show version active\n" + VERSION
                + "admin:utils ntp status\nntpd (pid 77) is running...\nadmin:utils core active list\n"
                + "No core files found\nadmin:exit\n");
        assertThat(commands)
                .extracting(ReadCommand::command, ReadCommand::recognised, ReadCommand::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("show version active", true, 11),
                        org.assertj.core.groups.Tuple.tuple("utils ntp status", false, 15),
                        org.assertj.core.groups.Tuple.tuple("utils core active list", true, 17),
                        org.assertj.core.groups.Tuple.tuple("exit", false, 19));
        assertThat(version(commands.get(0))).isEqualTo("14.0.1.13900-17");
    }

    @Test
    void aCommandThatALoggerPutOnItsOwnLineBelongsToThePromptAboveIt() {
        List<ReadCommand> commands = read("2024-03-04 09:31:28,768 - admin:\n2024-03-04 09:31:28,890 - show version"
                + " active\n\n2024-03-04 09:31:33,662 - " + VERSION);
        assertThat(commands).hasSize(1);
        assertThat(version(commands.get(0))).isEqualTo("14.0.1.13900-17");
    }

    @Test
    void promptsInTheMiddleOfALineCountWhereACommandFollows() {
        List<ReadCommand> commands = read("admin: show version active "
                + VERSION.replace("\n", "\n ").strip() + " admin:utils core active list\nNo core files found admin:");
        assertThat(commands)
                .extracting(ReadCommand::command)
                .containsExactly("show version active", "utils core active list");
        assertThat(commands).allMatch(command -> command.facts() != null);
    }

    @Test
    void promptsThatHelpShowsAreNotCommands() {
        List<ReadCommand> commands =
                read("admin:help utils core active list\nThis command lists core files.\nExample:\n"
                        + "admin:utils core active list\nNo core files found\nadmin:show version active\n" + VERSION);
        assertThat(commands)
                .extracting(ReadCommand::command)
                .containsExactly("help utils core active list", "show version active");
    }

    @Test
    void correctionsByBackspaceAndEscapeSequencesArePlayed() {
        List<ReadCommand> commands = read("\u001b]0;imp-pub\u0007admin:show versoin\b \b\b \b\b \bion active\r\n"
                + VERSION.replace("\n", "\r\n") + "\u001b[1madmin:\u001b[0m");
        assertThat(commands).extracting(ReadCommand::command).containsExactly("show version active");
        assertThat(version(commands.get(0))).isEqualTo("14.0.1.13900-17");
    }

    @Test
    void anAnswerWithoutItsCommandInFrontOfTheFirstPromptIsReadToo() {
        List<ReadCommand> commands = read(VERSION + "admin:utils core active list\nNo core files found\nadmin:");
        assertThat(commands)
                .extracting(ReadCommand::command)
                .containsExactly("show version active", "utils core active list");
    }

    @Test
    void commandsWithoutPromptsAreReadWhereThereIsNoPromptAtAll() {
        List<ReadCommand> commands =
                read("show version active\n" + VERSION + "\nutils core active list\nNo core files found\n");
        assertThat(commands)
                .extracting(ReadCommand::command)
                .containsExactly("show version active", "utils core active list");
        assertThat(commands).allMatch(command -> command.facts() != null);
    }

    @Test
    void anAnswerAloneIsRecognisedByWhatOnlyItsCommandPrints() {
        for (TranscriptCase one : TranscriptCase.all()) {
            boolean alone = one.isReadable() && one.expected().has("facts") && tellsItsCommand(one);
            if (alone) {
                String answer = one.raw().substring(one.raw().indexOf('\n') + 1).replaceFirst("admin:$", "");
                assertThat(TranscriptCase.meaning(read(answer)).path(0).path("facts"))
                        .as("%s", one)
                        .isEqualTo(one.expected().get("facts"));
            }
        }
    }

    private static boolean tellsItsCommand(TranscriptCase one) {
        return one.raw().startsWith("admin:")
                && !one.name().equals("one-line")
                && !one.command().startsWith("utils-service-st")
                && !one.command().equals("utils-service-activate")
                && !one.command().equals("set-replication-sync-monitor")
                && !one.name().equals("command-in-two-rows")
                && !one.raw().contains("ccessible");
    }

    @Test
    void progressOfAServiceAloneTellsWhatWasDoneWithIt() {
        List<ReadCommand> commands = read("Service Manager is running\nCisco SIP Proxy[STARTING]  \n"
                + "Cisco SIP Proxy[STARTING]  \nCisco SIP Proxy[STARTED]  \n");
        assertThat(commands).extracting(ReadCommand::command).containsExactly("utils service start Cisco SIP Proxy");
        assertThat(commands.get(0).facts())
                .isEqualTo(Map.of(
                        "service",
                        "Cisco SIP Proxy",
                        "state",
                        io.presencemedic.cisco.service.ServiceState.STARTED,
                        "succeeded",
                        true));
    }

    @Test
    void proseIsNoCommand() {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n  \n")).isEmpty();
        assertThat(read("Dear all,\nthe users of site B cannot log in since Monday.\nRegards\n"))
                .isEmpty();
    }

    @Test
    void wordsThatWereEncodedTwiceOrLostTheirQuotesAreUnderstood() {
        String restart =
                "admin:utils service restart Cisco SIP Proxy\n Don%st press Ctrl-c while the service is getting"
                        + " RESTARTED.If Service has not Restarted Properly, execute the same Command Again\n"
                        + "Service Manager is running\nCisco SIP Proxy[STARTED]  \nadmin:";
        for (String quote : List.of("'", "\u2019", "â€™", "\ufffd", "`")) {
            List<ReadCommand> commands = read(restart.replace("%s", quote));
            assertThat(commands.get(0).facts()).as(quote).containsEntry("succeeded", true);
        }
        byte[] windows = restart.replace("%s", "\u2019").getBytes(Charset.forName("windows-1252"));
        assertThat(new Analyses().analyse(windows).commands().get(0).facts()).containsEntry("succeeded", true);
        byte[] latin = (restart.replace("%s", "'") + "\u00e4").getBytes(ISO_8859_1);
        assertThat(new Analyses().analyse(latin).commands().get(0).facts()).containsEntry("succeeded", true);
    }

    @Test
    void aLostCharacterWithinAStateIsNotGuessed() {
        List<ReadCommand> commands = read("admin:utils service list\nCisco SIP Proxy[ST\ufffdRTED]\nadmin:");
        assertThat(commands.get(0).unreadable()).isNotNull();
    }

    @Test
    void secretsAppearNowhere() {
        String secret = "Zx81Spectrum48k";
        String log = "admin:run sql update credential set credentials='" + secret + "' where tkcredential=3\nRows: 1\n"
                + "admin:run sql update epassyncagentcfg set axlpassword = '" + secret + "'\nstrange " + "axlpassword="
                + secret + "\nadmin:run sql select * from epassyncagentcfg\naxluser axlpassword\n======= ===========\n"
                + "axl " + secret
                + "\nadmin:run sql select axlpassword from epassyncagentcfg\naxlpassword\n==============="
                + "\n" + secret + "\nadmin:frobnicate password=" + secret + "\nadmin:";
        Analysis analysis = new Analyses().analyse(log);
        assertThat(analysis.commands()).hasSize(5);
        assertThat(analysis.toString()).doesNotContain(secret);
    }
}
