package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarms, traces and states that later documents explain are findings, each with what a person can do (G3 to G8). */
@BesideTheService
class PastedAlarmsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%UC_SYNCAGENT-3-SyncAgentAXLConnectionFailed: %[AppID=Cisco Sync Agent][NodeID=imp-a]: x | D7.2",
                "%UC_SYNCAGENT-3-SyncAgentCucmDbmonConnectionFailed: %[AppID=Cisco Sync Agent]: x | D7.5",
                "Feb  3 10:00:01 imp-a local7 3 %UC_PE-3-NotInCucmServerListError: x | D7.3",
                "NotInCucmAppServerListError raised | D7.3",
                "%UC_XCPCFG-2-XCPConfigMgrConfigurationFailure: y | G1",
                "%UC_XCPCFG-2-XCPConfigMgrHostNameResolutionFailed: y | G1",
                "%UC_PE-3-PEIDStoIMDBDatabaseSyncError: z | G7",
                "%UC_SRM-2-SRMFailed: %[NodeID=imp-a]: w | ",
                "%UC_SRM-2-SRMFailover: %[NodeID=imp-a]: w | ",
                "2026-02-03 10:00 [main] INFO SyncAgent is running on Subscriber node. Put it in wait mode | CSCuy18383",
                "Attention: Status command cannot be executed because no server is active | utils dbreplication reset all",
                "Intra-cluster communication is broken | ",
                "Cannot send TCP/UDP packets | "
            })
    void anAlarmInALogIsAFinding(String line, String says) {
        Analysis read = analysis("This is in the log of the node:\n" + line + "\n");
        assertThat(read.findings()).as("%s", read).isNotEmpty();
        assertThat(AnalysisText.of(read)).contains(says == null ? "" : says);
    }

    @ParameterizedTest
    @CsvSource({
        "(-) Not Setup, utils dbreplication rebuild all",
        "(3) Out Of Sync, utils dbreplication repair all",
        "(4) Setup Failed, utils dbreplication reset all"
    })
    void replicationThatIsNotSetUpNamesTheCommandThatAPersonDecidesOn(String setup, String command) {
        Analysis read = analysis("""
                admin:utils dbreplication runtimestate

                Server Time: Sun Mar  1 10:22:41 CET 2026
                DB Version: ccm14_0_1_12900_161
                Cluster Detailed View from imp-a (2 Servers):

                                          PING      DB/RPC/   REPL.    Replication    REPLICATION SETUP
                SERVER-NAME   IP ADDRESS  (msec)    DbMon?    QUEUE    Group ID       (RTMT) & Details
                -----------   ----------  ------    -------   -----    -----------    ------------------
                imp-a         10.9.8.8    0.020     Y/Y/Y     0        (g_2)          (2) Setup Completed
                imp-b         10.9.8.9    0.311     Y/Y/Y     0        (g_3)          %s

                admin:
                """.formatted(setup));
        assertThat(read.findings()).extracting("code").contains("REPLICATION_NOT_SET_UP");
        assertThat(AnalysisText.of(read)).contains(command);
    }

    @Test
    void aNodeWithAnotherKeyInCucmThanInItsOwnTableWasRebuilt() {
        String cucm = """
                admin:run sql select pkid,name from processnode
                pkid                                 name
                ==================================== =====
                0b5a3c1e-78c2-4f3e-9d41-2b4cf1a9a001 imp-a
                1b5a3c1e-78c2-4f3e-9d41-2b4cf1a9a002 imp-b
                admin:exit
                """;
        String own = cucm.replace("1b5a3c1e", "77aa3c1e");
        assertThat(analysis(cucm + own).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("NODE_KEY_DIFFERS");
            assertThat(finding.nodes()).containsExactly("imp-b");
            assertThat(finding.defects().toString()).contains("CSCuo02154");
        });
        assertThat(analysis(cucm + cucm).findings()).isEmpty();
    }

    @Test
    void aClusterOfOneNodeHasNoReplicationToBeRepaired() {
        Analysis read = analysis("""
                admin:utils dbreplication runtimestate
                Runtime state cannot be performed on a cluster with a single active node; aborting operation
                admin:
                """);
        assertThat(read.findings()).isEmpty();
    }

    private static Analysis analysis(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
