package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.analysis.Analyses;
import io.presencemedic.diagnosis.analysis.Analysis;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the platform says of itself in a pasted log, and where one node's log ends. */
@BesideTheService
class PastedWordsTest {
    private static final String PUBLISHER = """
            admin:utils service list
            Requesting service status, please wait...
            System SSH [STARTED]
            Service Manager is running
            Getting list of all services
            >> Return code = 0
            A Cisco DB[STARTED]
            Cisco Presence Engine[STARTED]
            Cisco Tomcat[STARTED]
            Primary Node =true
            admin:exit
            """;
    private static final String HEADER =
            "=~=~=~=~=~=~=~=~=~=~=~= PuTTY log 2026.03.02 21:16:44 =~=~=~=~=~=~=~=~=~=~=~=\n";
    private static final String SUBSCRIBER = """
            login as: ucadmin
            ucadmin@10.9.1.22's password:

            admin:utils service list
            Requesting service status, please wait...
            System SSH [STARTED]
            Service Manager is running
            Getting list of all services
            >> Return code = 0
            A Cisco DB[STARTED]
            Cisco Presence Engine[STOPPED]  Commanded Out of Service
            Cisco Tomcat[STARTED]
            Primary Node =false
            admin:
            """;

    @Test
    void aDatabaseThatIsSaidNotToRunIsAFinding() {
        assertThat(findings("admin:utils dbreplication runtimestate\nCisco DB is not running\nadmin:"))
                .extracting(Finding::item)
                .contains("D4");
    }

    @Test
    void aSyncAgentThatLostItsMonitorIsAFinding() {
        assertThat(findings("""
                        admin:run sql select axluser, syncstatus from epassyncagentcfg
                        axluser syncstatus
                        ======= ==========
                        axladm  Sync Completed, but currently failed to connect to the CUCM Database Monitor. Retrying... 2025-11-15 01:04:27
                        admin:""")).extracting(Finding::code).contains("SYNC_AGENT_LOST_CUCM_MONITOR");
    }

    @Test
    void aStartThatFailedIsNotForgottenForALaterOneOfAnotherService() {
        assertThat(findings("""
                        admin:utils service start Cisco Presence Engine
                        Service Manager is running
                        Cisco Presence Engine[Starting]
                        Commanded Out of Service
                        Cisco Presence Engine[NOTRUNNING]
                        admin:utils service start Cisco SIP Proxy
                        Service Manager is running
                        Cisco SIP Proxy[STARTING]
                        Cisco SIP Proxy[STARTED]
                        Cisco SIP Proxy[STARTED]
                        admin:"""))
                .anySatisfy(finding -> assertThat(finding.services()).contains("Cisco Presence Engine"))
                .noneSatisfy(finding -> assertThat(finding.services()).contains("Cisco SIP Proxy"));
    }

    @Test
    void twoSessionsOfATerminalsLogStayTwoWhereLineEndsWereLost() {
        String flat = (HEADER + PUBLISHER + HEADER + SUBSCRIBER).replace('\n', ' ');
        Analysis analysis = analyse(flat);

        assertThat(analysis.commands())
                .filteredOn(command -> command.command().equals("utils service list"))
                .hasSize(2)
                .allSatisfy(command -> assertThat(command.unreadable()).isNull())
                .extracting(ReadCommand::session)
                .doesNotHaveDuplicates();
        assertThat(analysis.findings())
                .anySatisfy(finding -> assertThat(finding.services()).contains("Cisco Presence Engine"));
    }

    @Test
    void aGroupIsNotWellBecauseOneOfItsNodesSaysSo() {
        assertThat(findings("""
                        imp-a1:admin:utils ha status
                        Subcluster Name: PRG
                        Node 1 Name : imp-a1 State: Normal
                        Node 2 Name : imp-b1 State: Normal
                        imp-b1:admin:utils ha status
                        Subcluster Name: PRG
                        Node 1 Name : imp-a1 State: Failed Reason: Critical Service Down
                        Node 2 Name : imp-b1 State: Failed Reason: Critical Service Down
                        imp-b1:admin:"""))
                .extracting(Finding::code)
                .anyMatch(code -> code.startsWith("HIGH_AVAILABILITY_FAILED"));
    }

    @Test
    void aListThatIsCutWithinABracketIsReadToThere() {
        Analysis analysis = analyse("""
                admin:utils service list
                Requesting service status, please wait...
                A Cisco DB[STARTED]
                Cisco Presence Engine[STOPPED]  Commanded Out of Service
                Cisco SIP Proxy[STA
                """);
        assertThat(analysis.commands()).singleElement().satisfies(command -> {
            assertThat(command.unreadable()).isNull();
            assertThat(command.facts()).containsEntry("complete", false);
        });
    }

    @Test
    void rowsInTheCellsOfADocumentsTableAreRead() {
        assertThat(
                        findings(
                                "| Service | State |\n|---|---|\n"
                                        + "| A Cisco DB | [STARTED] |\n| Cisco Presence Engine | [STOPPED] Commanded Out of Service |\n"))
                .anySatisfy(finding -> assertThat(finding.services()).contains("Cisco Presence Engine"));
    }

    @Test
    void anEngineThatStandsAloneInACopyIsFoundUnderItsOwnSectionWhateverItsLegendSays() {
        assertThat(findings("Cisco Presence Engine[STOPPED]  Commanded Out of Service\n"))
                .extracting(Finding::code)
                .containsExactly("PRESENCE_ENGINE_DOWN");
    }

    @Test
    void aGroupWhoseNodesDoNotTellTheirStateIsNamedWithThem() {
        assertThat(analyse("""
                        admin:utils ha status
                        Subcluster Name: ElmGroup
                        Node 1 Name : elm-imp1 State: Unknown
                        Node 2 Name : elm-imp2 State: Normal
                        admin:""").undetermined())
                .anySatisfy(fact -> assertThat(fact.reason()).contains("ElmGroup", "elm-imp1 is Unknown"));
    }

    private static List<Finding> findings(String log) {
        return analyse(log).findings();
    }

    private static Analysis analyse(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
