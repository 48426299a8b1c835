package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.analysis.Analyses;
import io.presencemedic.diagnosis.analysis.Analysis;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs that ask several nodes at once mix their lines; each line stays with its node. */
@BesideTheService
class PastedNodesTest {
    private static final List<String> ALDER = List.of(
            "admin:utils service list",
            "Requesting service status, please wait...",
            "System SSH [STARTED]",
            "Service Manager is running",
            "Getting list of all services",
            ">> Return code = 0",
            "A Cisco DB[STARTED]",
            "Cisco SIP Proxy[STARTED]",
            "Primary Node =true",
            "admin:");
    private static final List<String> BIRCH = ALDER.stream()
            .map(line -> line.replace("Cisco SIP Proxy[STARTED]", "Cisco SIP Proxy[STOPPED]  Commanded Out of Service")
                    .replace("=true", "=false"))
            .toList();

    @Test
    void linesThatBearTheirNodesNamesAreSortedByNode() {
        assertBothNodesAreRead(mixed("alder-imp1: ", "birch-imp2: "));
        assertBothNodesAreRead(mixed("alder-imp1  | ", "birch-imp2  | "));
        assertBothNodesAreRead(mixed("[alder-imp1] ", "[birch-imp2] "));
    }

    @Test
    void recordsThatNameTheirHostsAreSortedByHost() {
        assertBothNodesAreRead(
                mixed("{\"host\":\"alder-imp1\",\"out\":\"", "{\"host\":\"birch-imp2\",\"out\":\"", "\"}"));
        assertBothNodesAreRead(mixed("22:41:07,alder-imp1,\"", "22:41:07,birch-imp2,\"", "\""));
    }

    @Test
    void aClientsWelcomeInABoxBeginsAnotherNode() {
        String welcome = """
                    \u250c\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2510
                    \u2502 \u2022 MobaXterm 23.2 \u2022 \u2502
                    \u2502 \u27a4 SSH session to ucadmin@%s \u2502
                    \u2514\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2518
                """;
        assertBothNodesAreRead(welcome.formatted("alder-imp1") + String.join("\n", ALDER) + "\n"
                + welcome.formatted("birch-imp2") + String.join("\n", BIRCH));
    }

    @Test
    void commandsThatAreOnlyListedByTheHelpAreNoCommands() {
        String help = "admin:utils service ?\nutils service list\nutils service restart\nutils service stop\n";
        assertThat(analysis(help + String.join("\n", ALDER)).commands())
                .extracting(ReadCommand::command)
                .containsExactly("utils service ?", "utils service list");
    }

    @Test
    void linesThatAreSaidToBeLeftOutMakeAListIncomplete() {
        for (String said : List.of("[truncated 23 lines]", "<... 12 lines ...>", "(removed 5 more rows)")) {
            String log = String.join("\n", ALDER.subList(0, 7)) + "\n" + said + "\n";
            assertThat(analysis(log).commands()).as(said).singleElement().satisfies(command -> assertThat(
                            command.facts())
                    .containsEntry("complete", false));
        }
    }

    @Test
    void aLabelAloneInFrontOfThePromptBeginsAnotherNode() {
        List<String> birch = BIRCH.subList(0, BIRCH.size() - 1);
        Analysis analysis = analysis("SUB:\n" + String.join("\n", birch) + "\nPUB:\n" + String.join("\n", ALDER));
        assertThat(analysis.commands()).extracting(ReadCommand::session).containsExactly(1, 2);
        assertThat(analysis.commands())
                .allSatisfy(command -> assertThat(command.facts()).isNotNull());
    }

    @Test
    void whatWasTypedAtThePagerIsNoRow() {
        String quit = String.join("\n", ALDER.subList(0, 7))
                + "\nPress <enter> for 1 line, <space> for one page, or <q> to quit q\n" + String.join("\n", BIRCH);
        assertThat(analysis(quit).commands()).hasSize(2).allSatisfy(command -> assertThat(command.unreadable())
                .isNull());
    }

    private static void assertBothNodesAreRead(String log) {
        Analysis analysis = analysis(log);
        assertThat(analysis.commands())
                .filteredOn(command -> command.facts() != null)
                .as(log)
                .extracting(ReadCommand::node)
                .containsExactly("alder-imp1", "birch-imp2");
        assertThat(analysis.findings()).as(log).singleElement().satisfies(finding -> assertThat(finding.nodes())
                .containsExactly("birch-imp2"));
    }

    private static String mixed(String alder, String birch) {
        return mixed(alder, birch, "");
    }

    private static String mixed(String alder, String birch, String end) {
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < ALDER.size(); i++) {
            mixed.add(alder + ALDER.get(i) + end);
            mixed.add(birch + BIRCH.get(i) + end);
        }
        return String.join("\n", mixed);
    }

    private static Analysis analysis(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
