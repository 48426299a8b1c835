package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class SimulatedLogCollectionTest {
    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("healthy", 1, Clock.systemUTC());

    private static AxlClient client;
    private static AxlClient older;

    @BeforeAll
    static void connect() throws Exception {
        SimulatedEndpoint node = shared.endpoint("imp-pub");
        client =
                new AxlClient(shared.simulator(), node, "/logcollectionservice2/services/LogCollectionPortTypeService");
        older = new AxlClient(shared.simulator(), node, "/logcollectionservice/services/DimeGetFileService");
    }

    private static String select(String log, String unit, int count) throws IOException, InterruptedException {
        return client.serviceability(
                        "selectLogFiles",
                        "<FileSelectionCriteria><ServiceLogs><item>" + log + "</item></ServiceLogs><RelText>" + unit
                                + "</RelText><RelTime>" + count + "</RelTime></FileSelectionCriteria>")
                .body();
    }

    @Test
    void theNamesOfAllNodesAreListed() throws Exception {
        assertThat(client.serviceability("listNodeServiceLogs", "<ListRequest/>")
                        .body())
                .contains("<ns:name>cucm-pub</ns:name>", "<ns:name>imp-sub</ns:name>")
                .contains("<ns:SystemLog><ns:item>Event Viewer-Application Log</ns:item>");
    }

    @Test
    void onlyFilesOfTheWantedTimeAreSelected() throws Exception {
        assertThat(select("Cisco Sync Agent", "Hours", 2))
                .contains("syncAgent00000003.log")
                .doesNotContain("syncAgent00000002.log");
        assertThat(select("Cisco Sync Agent", "Days", 1)).contains("syncAgent00000001.log");
        assertThat(select("Cisco CallManager", "Days", 1)).doesNotContain("<ns:File>");
    }

    @Test
    void aFileComesAsThePartBehindItsEnvelope() throws Exception {
        HttpResponse<String> answer =
                client.serviceability("FileName", "/var/log/active/epas/trace/cupicsa/log4j/icSyncAgent00000003.log");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("multipart/related");
        assertThat(answer.body()).contains("xop:Include", " | imp-pub | Cisco Intercluster Sync Agent is working\n");
    }

    @Test
    void theOlderServiceHandsOutTheSameFiles() throws Exception {
        String path = "/var/log/active/epas/trace/cupicsa/log4j/icSyncAgent00000003.log";
        HttpResponse<String> answer = older.post(
                "http://schemas.cisco.com/ast/soap/action/#LogCollectionPort#GetOneFile",
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><c:GetOneFile"
                        + " xmlns:c=\"http://schemas.cisco.com/ast/soap/\"><FileName>" + path
                        + "</FileName></c:GetOneFile></s:Body></s:Envelope>");
        assertThat(answer.body()).contains("Cisco Intercluster Sync Agent is working\n");
    }

    @Test
    void aFileThatIsNotThereIsAFault() throws Exception {
        HttpResponse<String> answer = client.serviceability("FileName", "/etc/passwd");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("do not exist");
    }
}
