package io.presencemedic.link.http;

import static io.presencemedic.link.http.FileReplies.DIME;
import static io.presencemedic.link.http.FileReplies.MULTIPART;
import static io.presencemedic.link.http.FileReplies.XML;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.ListNodeServiceLogs;
import io.presencemedic.cisco.soap.NodeLogs;
import io.presencemedic.link.WebServices;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class FetchTest extends FetchFixture {
    private static final String LOGS = "/logcollectionservice2/services/LogCollectionPortTypeService";
    private static final String SECOND_WAY = "/logcollectionservice/services/DimeGetFileService";

    @Test
    void aFileComesByteForByteFromTheAttachment() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertFetched(FILE);

        assertThat(service.heard).singleElement().satisfies(heard -> {
            assertThat(heard.path()).isEqualTo(LOGS);
            assertThat(heard.action()).isEqualTo("\"GetOneFile\"");
            assertThat(heard.body()).contains("FileName>" + PATH + "<");
        });
        assertThat(transcripts).singleElement().satisfies(heard -> {
            assertThat(heard.command()).isEqualTo("GetOneFile " + PATH);
            assertThat(heard.answer()).isEqualTo(FILE.length + " bytes");
        });
    }

    @Test
    void aFileComesInChunksOfUnknownLength() throws Exception {
        answer(200, MULTIPART, FileReplies.multipart(FILE), 0);
        assertFetched(FILE);
    }

    @Test
    void anAttachmentInBase64IsDecoded() throws Exception {
        byte[] encoded = Base64.getMimeEncoder().encode(FILE);
        answer(MULTIPART, FileReplies.multipart(FileReplies.including("cid:1.file@example.com"), "base64", encoded));
        assertFetched(FILE);
    }

    @Test
    void aFileMayStandInTheEnvelopeItself() throws Exception {
        answer(XML, FileReplies.utf8(FileReplies.inline(FILE)));
        assertFetched(FILE);
    }

    @Test
    void aSmallFileMayStandInTheEnvelopeOfAMultipartAnswer() throws Exception {
        byte[] whole = FileReplies.multipart(FileReplies.inline(FileReplies.utf8("short")), "binary", new byte[0]);
        answer(MULTIPART, whole);
        assertFetched(FileReplies.utf8("short"));
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        answer(MULTIPART, FileReplies.multipart(new byte[0]));
        assertFetched(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 4093, 70_000, 1_000_000})
    void aFileComesInDimeRecords(int chunk) throws Exception {
        answer(DIME, FileReplies.dime(FILE, chunk));
        assertFetched(FILE);
    }

    @Test
    void theSecondWayIsTakenWhereTheFirstIsNotOfferedAndThenAtOnce() throws Exception {
        answer(404, Map.of(), FileReplies.utf8("<html>Not Found</html>"), 0);
        answer(MULTIPART, FileReplies.multipart(FILE));
        answer(DIME, FileReplies.dime(FILE, 999));
        try (WebServices services = open()) {
            services.fetch(node(), FileRequest.of(PATH, 1_000_000), taken);
            services.fetch(node(), FileRequest.of(PATH, 1_000_000), taken);
        }
        assertThat(service.heard)
                .extracting(ScriptedWebService.RecordedRequest::path)
                .containsExactly(LOGS, SECOND_WAY, SECOND_WAY);
        assertThat(service.heard.get(1).action()).endsWith("/action/#LogCollectionPort#GetOneFile\"");
        assertThat(taken.size()).isEqualTo(2 * FILE.length);
    }

    @Test
    void aListingMayComeAsTheFirstPartOfSeveral() throws Exception {
        String listing = FileReplies.envelope("<listNodeServiceLogsResponse><listNodeServiceLogsReturn><name>n</name>"
                + "<ServiceLog><item>Cisco Tomcat</item></ServiceLog></listNodeServiceLogsReturn>"
                + "</listNodeServiceLogsResponse>");
        answer(MULTIPART, FileReplies.multipart(listing, "binary", new byte[0]));
        try (WebServices services = open()) {
            assertThat(services.call(node(), new ListNodeServiceLogs()))
                    .extracting(NodeLogs::node)
                    .containsExactly("n");
        }
    }
}
