package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.fact.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query tells of the one table that it asks, and less of it takes nothing from what is known. */
@BesideTheService
class PastedQueriesTest {
    private static final String CLUSTER = """
            admin:show network cluster
            192.0.2.11 imp-pub.example.com imp-pub Subscriber cups DBPub authenticated
            192.0.2.12 imp-sub.example.com imp-sub Subscriber cups DBSub authenticated using TCP since Sun Mar 1 04:12:36 2026
            192.0.2.10 cucm-pub.example.com cucm-pub Publisher callmanager DBPub authenticated using TCP since Sun Mar 1 04:12:36 2026
            """;
    private static final String SERVERS = "admin:run sql select %s\nname\n==========\n%s\n";
    private static final String NODES =
            "admin:run sql select %s from enterprisenode\nid name    subclusterid\n== ======= ============\n4  imp-pub 1003\n7  imp-sub 1004\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cm.name, pn.name as node from callmanager cm inner join processnode pn on cm.fkprocessnode=pn.pkid",
                "cm.name from callmanager cm, processnode pn where cm.fkprocessnode=pn.pkid",
                "name from processnodeservice",
                "name from typeservice where enum in (select tkservice from processnode)",
                "first 1 name from processnode",
                "name from processnode where name='CM_1'",
                "name from processnode\twhere name='CM_1'"
            })
    void aQueryThatOnlyMentionsTheServersIsNoListOfThem(String query) {
        assertThat(codes(CLUSTER + SERVERS.formatted(query, "CM_1"))).doesNotContain("NOT_IN_SERVER_LIST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name from processnode",
                "NAME FROM ProcessNode",
                "p.name from processnode p",
                "name from informix.processnode order by name",
                "distinct name from processnode as p;"
            })
    void aQueryForAllServersIsTheirList(String query) {
        assertThat(codes(CLUSTER + SERVERS.formatted(query, "cucm-pub\nimp-pub")))
                .contains("NOT_IN_SERVER_LIST");
    }

    @Test
    void aFewRowsTakeNothingFromTheWholeTable() {
        String whole = SERVERS.formatted("name from processnode", "cucm-pub\nimp-pub");
        String some = SERVERS.formatted("name from processnode where name='imp-pub'", "imp-pub");
        assertThat(codes(CLUSTER + whole + some)).contains("NOT_IN_SERVER_LIST");
        assertThat(codes(CLUSTER + some + whole)).contains("NOT_IN_SERVER_LIST");
        String mended = SERVERS.formatted("name from processnode", "cucm-pub\nimp-pub\nimp-sub");
        assertThat(codes(CLUSTER + whole + mended)).doesNotContain("NOT_IN_SERVER_LIST");
    }

    @ParameterizedTest
    @CsvSource({"'id,name'", "'name,id '"})
    void fewerColumnsTakeNothingFromTheWholeTable(String columns) {
        String fewer = "admin:run sql select " + columns + " from enterprisenode\n" + columns.replace(',', ' ')
                + "\n======= =======\n4       imp-pub\n7       imp-sub\n";
        assertThat(codes(NODES.formatted("*") + fewer)).contains("SUBCLUSTER_MISMATCH");
        assertThat(codes(fewer + NODES.formatted("*"))).contains("SUBCLUSTER_MISMATCH");
    }

    @Test
    void theSameColumnsAgainReplaceTheTable() {
        String mended = NODES.formatted("id,name,subclusterid").replace("1004", "1003");
        assertThat(codes(NODES.formatted("*") + mended)).doesNotContain("SUBCLUSTER_MISMATCH");
    }

    @Test
    void theStatusAloneTakesNothingFromTheSyncAgentsSettings() {
        String settings = """
                admin:run sql select * from epassyncagentcfg
                id ccmpublisherip axluser    axlpassword cucm_axluser_pkid
                == ============== ========== =========== =================
                1  192.0.2.99     imp-reader e4a90b17    9b20f4c7
                """;
        String status = "admin:run sql select syncstatus from epassyncagentcfg\nsyncstatus\n==========\nCompleted\n";
        assertThat(codes(CLUSTER + settings)).contains("SYNC_AGENT_PUBLISHER_ADDRESS");
        assertThat(codes(CLUSTER + settings + status)).contains("SYNC_AGENT_PUBLISHER_ADDRESS");
    }

    @Test
    void theUserIsFoundWithItsCredential() {
        String user = """
                admin:run sql select applicationuser.pkid, applicationuser.name, credential.credentials from applicationuser inner join credential on applicationuser.pkid=credential.fkapplicationuser where credential.tkcredential=3 and applicationuser.name='imp-reader'
                pkid     name       credentials
                ======== ========== ===========
                """;
        String settings = """
                admin:run sql select * from epassyncagentcfg
                id axluser    axlpassword cucm_axluser_pkid
                == ========== =========== =================
                1  imp-reader e4a90b17    9b20f4c7
                """;
        assertThat(codes(settings + user)).contains("SYNC_AGENT_USER_MISSING");
    }

    private static List<String> codes(String log) {
        return new Analyses()
                .analyse(log.getBytes(StandardCharsets.UTF_8)).findings().stream()
                        .map(Finding::code)
                        .toList();
    }
}
