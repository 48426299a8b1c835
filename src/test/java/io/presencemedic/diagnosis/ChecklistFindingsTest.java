package io.presencemedic.diagnosis;

import static io.presencemedic.cluster.NodeRole.CUCM_PUBLISHER;
import static io.presencemedic.cluster.NodeRole.IMP_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.soap.ProcessNodeBuilder;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.diagnosis.fact.AxlAnswer;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The items of the Sync Agent's checklist (D7.1 to D7.11). */
class ChecklistFindingsTest {
    private static final String SECRET = "4f1c0d9e8b7a";
    private static final String LIST = """
            Requesting service status, please wait...
            System SSH [STARTED]
            Cluster Manager [STARTED]
            Service Manager is running
            Getting list of all services
            >> Return code = 0
            A Cisco DB[STARTED]
            Cisco AXL Web Service[STARTED]
            %s
            Cisco Tomcat[STARTED]
            Primary Node =true
            """;
    private static final String DOWN = LIST.formatted("Cisco Sync Agent[STOPPED]  Component is not running");
    private static final String CUCM = LIST.formatted("Cisco CallManager[STARTED]");
    private static final String VIEW = """
            192.0.2.11 imp-pub.example.com imp-pub Subscriber cups DBPub authenticated
            192.0.2.10 cucm-pub.example.com cucm-pub Publisher callmanager DBPub authenticated using TCP since Sun Mar 1 04:12:36 2026
            """;
    private static final String USER_QUERY = "run sql select applicationuser.pkid, applicationuser.name,"
            + " credential.credentials from applicationuser inner join credential on"
            + " applicationuser.pkid=credential.fkapplicationuser where credential.tkcredential=3 and"
            + " applicationuser.name='sync'";

    private String presence = "15.0.1.12900-43";
    private String cucm = "15.0.1.12900-234";
    private String cucmList = CUCM;
    private String tests = "test - disk_space          : Passed";
    private String address = "192.0.2.10";
    private String agent = "sync    " + SECRET + " 7c9f3a52";
    private String user = "7c9f3a52 sync " + SECRET;
    private List<String> servers = List.of("cucm-pub.example.com", "imp-pub.example.com");

    private ToldFacts facts() {
        String config = agent.isEmpty() ? "" : address + " " + agent + "\n";
        return new ToldFacts()
                .on("imp-pub", IMP_PUBLISHER)
                .print("utils service list", DOWN)
                .print("show network cluster", VIEW)
                .print("show version active", version(presence))
                .print("utils diagnose test", tests(tests))
                .print(
                        "run sql select * from epassyncagentcfg",
                        "ccmpublisherip axluser axlpassword  cucm_axluser_pkid\n============== ======= ============ =================\n"
                                + columns(config))
                .on("cucm-pub", CUCM_PUBLISHER)
                .print("utils service list", cucmList)
                .print("show version active", version(cucm))
                .print(USER_QUERY, "pkid     name credentials\n======== ==== ============\n" + user + "\n")
                .tell(FactKey.AXL, new AxlAnswer(cucm))
                .tell(
                        FactKey.SERVERS,
                        new ServerList(servers.stream()
                                .map(name -> new ProcessNodeBuilder()
                                        .uuid("{1}")
                                        .name(name)
                                        .build())
                                .toList()));
    }

    private static String columns(String row) {
        String[] cells = row.strip().split("\\s+");
        return row.isEmpty() ? "" : String.format("%-14s %-7s %-12s %-17s%n", (Object[]) cells);
    }

    private static String version(String version) {
        return "Active Master Version: " + version
                + "\nActive Version Installed Software Options:\nNo Installed Software Options Found.\n";
    }

    private static String tests(String line) {
        return "\nLog file: platform/log/diag1.log\n\nStarting diagnostic test(s)\n===========================\n" + line
                + "\n\nDiagnostics Completed\n\n The final output will be in Log file: platform/log/diag1.log\n\n"
                + " Please use 'file view activelog platform/log/diag1.log' command to see the output\n";
    }

    private void found(String item, String code) {
        List<Finding> findings = facts().findings();
        assertThat(findings).as("%s", findings).singleElement().satisfies(finding -> {
            assertThat(finding.item()).isEqualTo(item);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.runbook()).isEqualTo(RunbookName.SYNC_AGENT_CHECKLIST);
        });
        assertThat(facts().verdict().toString()).doesNotContain(SECRET);
    }

    @Test
    void whereEveryCheckPassesThePublishersMustBeRestarted() {
        found("D7.6", "SYNC_AGENT_DOWN");
    }

    @Test
    void anotherServiceUpdateIsAnotherVersion() {
        presence = "15.0.1.11900-41";
        found("D7.1", "VERSION_MISMATCH");
    }

    @Test
    void theWebServiceMustRunOnCucmsPublisher() {
        cucmList = CUCM.replace("AXL Web Service[STARTED]", "AXL Web Service[STOPPED]  Commanded Out of Service");
        found("D7.2", "AXL_WEB_SERVICE_DOWN");
    }

    @Test
    void aServerThatIsNotListedMustBeRebuilt() {
        servers = List.of("cucm-pub.example.com");
        found("D7.3", "NOT_IN_SERVER_LIST");
    }

    @Test
    void theServerListMayNameAddresses() {
        servers = List.of("192.0.2.10", "192.0.2.11");
        found("D7.6", "SYNC_AGENT_DOWN");
    }

    @Test
    void aFailedTestIsToldByItsName() {
        tests = "test - validate_network    : Failed - the reverse lookup failed";
        found("D7.4", "DIAGNOSTIC_TEST_FAILED");
        assertThat(facts().findings().get(0).summary()).contains("validate_network");
    }

    @Test
    void aWebServiceThatRunsAndDoesNotAnswerIsNotReachable() {
        assertThat(facts().fail(FactKey.AXL, "LINK_NOT_REACHABLE").findings())
                .extracting(Finding::item, Finding::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("D7.5", "AXL_NOT_REACHABLE"));
    }

    @Test
    void aWebServiceThatIsDownExplainsWhyItDoesNotAnswer() {
        cucmList = CUCM.replace("AXL Web Service[STARTED]", "AXL Web Service[STOPPED]  Component is not running");
        assertThat(facts().fail(FactKey.AXL, "LINK_REFUSED").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("AXL_WEB_SERVICE_DOWN");
                    assertThat(finding.causes()).contains("AXL_NOT_REACHABLE", "SYNC_AGENT_DOWN");
                });
    }

    @Test
    void aTableWithoutARowConfiguresNothing() {
        agent = "";
        found("D7.7", "SYNC_AGENT_NOT_CONFIGURED");
    }

    @Test
    void theAgentMustLookForItsPublisherWhereThatIs() {
        address = "192.0.2.99";
        found("D7.8", "SYNC_AGENT_PUBLISHER_ADDRESS");
    }

    @Test
    void thePublishersFullNameIsItsAddressToo() {
        address = "cucm-pub";
        found("D7.6", "SYNC_AGENT_DOWN");
    }

    @Test
    void whatDiffersIsToldAndTheSecretsAreNot() {
        user = "7c9f3a53 Sync 4f1c0d9e8b7b";
        found("D7.10", "SYNC_AGENT_CREDENTIALS_DIFFER");
        assertThat(facts().findings().get(0).summary())
                .contains("name and axluser", "pkid and cucm_axluser_pkid", "credentials and axlpassword");
    }

    @Test
    void maskedSecretsAreNotCompared() {
        user = "7c9f3a52 sync ************";
        found("D7.6", "SYNC_AGENT_DOWN");
        assertThat(facts().verdict().undetermined())
                .extracting(Undetermined::fact)
                .contains("APPLICATION_USER");
    }

    @Test
    void aUserThatIsNotThereMustBeCreated() {
        user = "";
        found("D7.11", "SYNC_AGENT_USER_MISSING");
    }
}
