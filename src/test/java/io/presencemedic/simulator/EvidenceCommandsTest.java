package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class EvidenceCommandsTest {
    private static final int SIZE = 1000;

    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("healthy", 2000, Clock.systemUTC());

    private static String run(String scenario, String node, String command) throws IOException {
        shared.simulator().reset(List.of(scenario));
        return run(node, command);
    }

    private static String run(String node, String command) throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint(node), SIZE, SIZE)) {
            return typing.run(command);
        }
    }

    @Test
    void rowsStandUnderTheirRulerWithABlankBehindEachCell() throws IOException {
        assertThat(run("subcluster-mismatch", "imp-pub", "run sql select id, subclusterid, name from enterprisenode"))
                .contains("id subclusterid name                \r\n")
                .contains("== ============ =================== \r\n")
                .contains("2  1001         imp-pub.example.com \r\n")
                .contains("4  NULL         imp-sub.example.com \r\n");
    }

    @Test
    void anUpdateTellsHowManyRowsItChanged() throws IOException {
        String update = "run sql update enterprisenode set subclusterid=1001 where id=";
        assertThat(run("subcluster-mismatch", "imp-sub", update + "99")).contains("Rows: 0\r\n");
        assertThat(run("imp-sub", update + "4")).contains("Rows: 1\r\n");
        assertThat(run("imp-pub", "run sql select * from enterprisenode")).doesNotContain("NULL");
        assertThat(shared.simulator().heard().get(0).changes()).isTrue();
    }

    @Test
    void theApplicationUserIsFoundByTheJoinThatTheDocumentNames() throws IOException {
        String join = "run sql select applicationuser.pkid, applicationuser.name, credential.credentials"
                + " from applicationuser inner join credential on applicationuser.pkid=credential.fkapplicationuser"
                + " where credential.tkcredential=3 and applicationuser.name='imp-sync'";
        assertThat(run("healthy", "cucm-pub", join)).contains("7c9f3a52-1d84-4e06-b3a7-5f20c8e1d946 imp-sync ");
        assertThat(run("sync-agent-user-missing", "cucm-pub", join))
                .contains("pkid name credentials \r\n==== ==== =========== \r\n\radmin:");
    }

    @Test
    void aStatementThatIsNotUnderstoodIsAnError() throws IOException {
        assertThat(run("healthy", "imp-pub", "run sql select frobnicate from enterprisenode"))
                .contains("Column (frobnicate) not found");
        assertThat(run("imp-pub", "run sql update processnode set subclusterid=1 where id=2"))
                .contains("No UPDATE permission");
        assertThat(run("cucm-pub", "run sql select * from epassyncagentcfg")).contains("is not in the database");
    }

    @Test
    void theConnectivityTestAsksFirstUnlessAPortIsNamed() throws IOException {
        assertThat(run("healthy", "imp-pub", "utils network connectivity imp-sub 1500"))
                .contains("Service accessible\r\n");
        assertThat(run("node-down", "imp-pub", "utils network connectivity imp-sub 1500"))
                .contains("Service not accessible\r\n");
    }

    @Test
    void coreFilesAreListedWithSizeAndDate() throws IOException {
        assertThat(run("core-files", "imp-sub", "utils core active list"))
                .contains("288416 KB   2026-03-01 04:12:36   core.23817.6.jabberd.1772338356\r\n");
        assertThat(run("imp-pub", "utils core active list")).contains("No core files found\r\n");
    }

    @Test
    void aFailingTestShowsItsResultAmongThoseThatPass() throws IOException {
        assertThat(run("troubleshooter-fails", "imp-pub", "utils diagnose test"))
                .contains("test - validate_network    : Reverse DNS lookup failed\r\n")
                .contains("test - tomcat              : Passed\r\n")
                .contains("Diagnostics Completed\r\n");
    }

    @Test
    void whatTakesLongSaysWhereItsOutputIs() throws IOException {
        assertThat(run("healthy", "imp-pub", "utils create report database"))
                .contains("COMPLETED! Database report created successfully...\r\n");
        assertThat(run("imp-pub", "show tech dbintegrity")).contains("Output is in ");
        assertThat(run("imp-pub", "show tech database dump")).contains("Output is in ");
        assertThat(run("imp-pub", "show tech network hosts")).contains("192.0.2.12 imp-sub.example.com imp-sub\r\n");
    }

    @Test
    void activatingANetworkServiceIsRefused() throws IOException {
        assertThat(run("healthy", "imp-sub", "utils service activate Cisco XCP Router"))
                .contains("Executed command unsuccessfully");
        assertThat(run("service-not-activated", "imp-sub", "utils service activate Cisco XCP Text Conference Manager"))
                .contains("Cisco XCP Text Conference Manager[STARTED]  \r\n");
    }
}
