package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are one node by the host to which somebody connected, and two by their prompts. */
@BesideTheService
class PastedLoginsTest {
    private static final String LOGIN = "admin@%s's password:\n";
    private static final String LIST = """
            admin:utils service list
            Requesting service status, please wait...
            System SSH [STARTED]
            Service Manager is running
            Getting list of all services
            >> Return code = 0
            A Cisco DB[STARTED]
            Cisco SIP Proxy%s
            Primary Node =%s
            """;
    private static final String STOPPED = "[STOPPED]  Commanded Out of Service";
    private static final String VIEW = """
            admin:utils dbreplication runtimestate
            Cluster Detailed View from larch-imp1 (1 Servers):
            larch-imp1  172.23.8.21  0.031  Y/Y/Y  0  (g_2)  (2) Setup Completed
            """;

    @ParameterizedTest
    @ValueSource(strings = {"172.23.8.21", "fd00::21", "larch-imp1", "LARCH-imp1.larch.example"})
    void aLaterLoginToTheSameHostIsTheSameNode(String host) {
        Analysis read = analysis(LOGIN.formatted(host) + list(STOPPED, true) + "admin:exit\n" + LOGIN.formatted(host)
                + list("[STARTED]", true) + "admin:");
        assertThat(codes(read)).isEmpty();
        assertThat(read.commands()).extracting(ReadCommand::session).containsExactly(1, 1, 2);
    }

    @Test
    void theNameThatOneSessionTellsIsThatOfTheOthersToItsAddress() {
        String login = LOGIN.formatted("172.23.8.21");
        Analysis read = analysis(login + VIEW + login + list(STOPPED, true) + "admin:");
        assertThat(read.findings()).singleElement().satisfies(finding -> assertThat(finding.nodes())
                .containsExactly("larch-imp1"));
    }

    @Test
    void sessionsThatContradictEachOtherAreTwoNodesWhateverTheAddress() {
        String login = LOGIN.formatted("172.23.8.21");
        assertThat(codes(analysis(login + list(STOPPED, true) + login + list("[STARTED]", false) + "admin:")))
                .isNotEmpty();
    }

    @Test
    void loginsToTwoAddressesAreTwoNodes() {
        String log = LOGIN.formatted("172.23.8.21")
                + list(STOPPED, true)
                + LOGIN.formatted("172.23.8.22")
                + list("[STARTED]", true);
        assertThat(codes(analysis(log + "admin:"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin@larch-imp%s:", "larch-imp%s> ", "larch-imp%s:", "ucadmin@larch-imp%s.example# "})
    void promptsThatBearDifferentHostsAreThoseOfTwoNodes(String prompt) {
        String one = prompt.formatted(1);
        String two = prompt.formatted(2);
        Analysis read = analysis(one + version("12.5.1.17900-64") + two + version("12.5.1.11900-117") + one
                + "utils core active list\nNo core files found\n" + two + "\n");
        assertThat(codes(read)).contains("VERSION_MISMATCH");
        assertThat(read.commands()).extracting(ReadCommand::session).containsExactly(1, 2, 1);
        assertThat(read.commands()).extracting(ReadCommand::node).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ucadmin1:", "admin@jump.example:", "ucadmin: "})
    void anAccountThatIsTheSameOnAllNodesTellsNone(String prompt) {
        String log = LOGIN.formatted("172.23.8.21") + prompt + version("12.5.1.17900-64") + prompt + "exit\n"
                + LOGIN.formatted("172.23.8.22") + prompt + version("12.5.1.11900-117") + prompt;
        Analysis read = analysis(log);
        assertThat(codes(read)).contains("VERSION_MISMATCH");
        assertThat(read.commands()).extracting(ReadCommand::node).doesNotContain(prompt.replace(":", ""));
    }

    private static String version(String version) {
        return "show version active\nActive Master Version: " + version
                + "\nActive Version Installed Software Options:\nNo Installed Software Options Found.\n";
    }

    private static String list(String state, boolean primary) {
        return LIST.formatted(state, primary);
    }

    private static List<String> codes(Analysis read) {
        return read.findings().stream().map(Finding::code).toList();
    }

    private static Analysis analysis(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
