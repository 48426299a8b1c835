package io.presencemedic.link.http;

import static io.presencemedic.link.http.FileReplies.DIME;
import static io.presencemedic.link.http.FileReplies.MULTIPART;
import static io.presencemedic.link.http.FileReplies.XML;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.ListNodeServiceLogs;
import io.presencemedic.cisco.soap.NodeLogs;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.Transcript;
import io.presencemedic.link.WebServices;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTest {
    private static final String PATH = "/var/log/active/syslog/messages";
    private static final String LOGS = "/logcollectionservice2/services/LogCollectionPortTypeService";
    private static final String SECOND_WAY = "/logcollectionservice/services/DimeGetFileService";
    private static final Certificates CERTIFICATES = new Certificates();
    private static final byte[] FILE = file();
    private static final int POINTS = 10;

    private final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private ScriptedService service;
    private HttpWebServices wire;

    @BeforeAll
    static void makeCertificate() {
        CERTIFICATES.selfSigned("leaf", "imp-pub.example.com");
    }

    /** Any bytes, with everything in them that could be taken for a boundary. */
    private static byte[] file() {
        byte[] noise = new byte[150_000];
        new Random(7).nextBytes(noise);
        byte[] almost = FileReplies.utf8("\r\n--" + FileReplies.BOUNDARY.substring(1) + "\r\n--\r\n\r\r\n");
        return FileReplies.join(noise, almost, FileReplies.utf8("\r\n--MIMEBoundary_f00\r\n"), noise, almost);
    }

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService(CERTIFICATES.server("leaf"));
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "medic.link.http.stall", "PT0.5S",
                                "medic.link.http.requests-per-minute", "100000"),
                        "test",
                        500))
                .build()
                .getConfigMapping(LinkConfig.class);
        wire = new HttpWebServices(config, name -> Optional.of(new Credential("reader", "secret")), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        wire.close();
        service.close();
    }

    private Node node() {
        return new Node("imp-pub", NodeRole.IMP_PUBLISHER, "127.0.0.1", 22, service.port(), null);
    }

    private WebServices open() {
        return wire.open(
                new Cluster(
                        "test",
                        "Test",
                        new CredentialNames("platform", "application"),
                        false,
                        CERTIFICATES.pem("leaf"),
                        List.of(node()),
                        false),
                transcripts::add);
    }

    private void answer(Map<String, String> headers, byte[] body) {
        answer(200, headers, body, body.length);
    }

    /** The length that is announced; 0 for chunks. */
    private void answer(int status, Map<String, String> headers, byte[] body, long announced) {
        service.then(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, announced);
            exchange.getResponseBody().write(body);
        });
    }

    private long fetch(@Nullable Long size, long longest) throws LinkException, IOException {
        try (WebServices services = open()) {
            return services.fetch(node(), new FileRequest(PATH, size, longest), taken);
        }
    }

    private LinkFailure failure(@Nullable Long size, long longest) throws IOException {
        try {
            fetch(size, longest);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    private LinkFailure failure() throws IOException {
        return failure(null, 1_000_000);
    }

    private void assertFetched(byte[] file) throws Exception {
        assertThat(fetch((long) file.length, Math.max(1, file.length))).isEqualTo(file.length);
        assertThat(taken.toByteArray()).isEqualTo(file);
    }

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
        assertThat(service.heard).extracting(ScriptedService.Heard::path).containsExactly(LOGS, SECOND_WAY, SECOND_WAY);
        assertThat(service.heard.get(1).action()).endsWith("/action/#LogCollectionPort#GetOneFile\"");
        assertThat(taken.size()).isEqualTo(2 * FILE.length);
    }

    @Test
    void aNodeThatOffersNeitherWaySaysSoOfTheFirst() throws Exception {
        answer(500, XML, FileReplies.utf8(fault("The service cannot be found for the endpoint reference (EPR) x")), 0);
        answer(404, Map.of(), new byte[0], -1);
        assertThat(failure()).isInstanceOfSatisfying(LinkFailure.Refused.class, it -> assertThat(it.words())
                .contains("endpoint reference"));
    }

    private static String fault(String words) {
        return FileReplies.envelope(
                "<s:Fault><faultcode>s:Server</faultcode><faultstring>" + words + "</faultstring></s:Fault>");
    }

    @Test
    void aFileThatIsNotThereIsRefusedInThePlatformsWordsAndNotAskedForTwice() throws Exception {
        answer(500, XML, FileReplies.utf8(fault("FileName " + PATH + " do not exist")), 0);
        assertThat(failure())
                .isEqualTo(
                        new LinkFailure.Refused("imp-pub", "GetOneFile " + PATH, "FileName " + PATH + " do not exist"));
        assertThat(service.heard).hasSize(1);
    }

    @Test
    void aFaultIsAlsoHeardInAMultipartAnswer() throws Exception {
        answer(MULTIPART, FileReplies.multipart(fault("no"), "binary", new byte[0]));
        assertThat(failure()).isInstanceOf(LinkFailure.Refused.class);
        assertThat(taken.size()).isZero();
    }

    @Test
    void anAnswerThatEndsAnywhereBeforeItsEndIsNeverAFile() throws Exception {
        byte[] file = FileReplies.utf8("line one\r\nline two\r\n--" + FileReplies.BOUNDARY.substring(2) + "\r\n");
        for (byte[] whole : List.of(
                FileReplies.multipart(file), FileReplies.dime(file, 7), FileReplies.utf8(FileReplies.inline(file)))) {
            boolean dime = whole[0] == 12;
            Map<String, String> headers = dime ? DIME : whole[0] == '-' ? MULTIPART : XML;
            int trailing = headers == MULTIPART ? 4 : 0;
            for (int cut = 0; cut < whole.length - trailing; cut += 1 + whole.length / POINTS) {
                answer(200, headers, Arrays.copyOf(whole, cut), 0);
                answer(200, headers, Arrays.copyOf(whole, cut), 0);
                assertThat(failure())
                        .as("cut after %d of %d bytes", cut, whole.length)
                        .isInstanceOfAny(LinkFailure.Lost.class, LinkFailure.NotUnderstood.class);
                service.forget();
            }
        }
    }

    @Test
    void anAnnouncedLengthThatDoesNotComeIsALostConnection() throws Exception {
        byte[] whole = FileReplies.multipart(FILE);
        answer(200, MULTIPART, Arrays.copyOf(whole, whole.length / 2), whole.length);
        assertThat(failure()).isInstanceOf(LinkFailure.Lost.class);
        assertThat(service.heard).as("the taker already has bytes").hasSize(1);
    }

    @Test
    void aConnectionThatIsLostBeforeTheFirstByteIsTriedOnceMore() throws Exception {
        service.then(exchange -> {});
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertFetched(FILE);
        assertThat(service.heard).hasSize(2);
    }

    @Test
    void aFileShorterThanListedIsNoSuccessAndALongerOneIs() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertThat(failure((long) FILE.length + 1, 1_000_000))
                .isInstanceOfSatisfying(
                        LinkFailure.Lost.class, it -> assertThat(it.why()).contains("only " + FILE.length));
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertThat(fetch((long) FILE.length - 1, 1_000_000)).isEqualTo(FILE.length);
    }

    @Test
    void anotherBoundaryThanAnnouncedIsNotUnderstood() throws Exception {
        String body = new String(FileReplies.multipart(FileReplies.utf8("text")), StandardCharsets.UTF_8);
        answer(MULTIPART, FileReplies.utf8(body.replace(FileReplies.BOUNDARY, "Other")));
        assertThat(failure()).isInstanceOf(LinkFailure.NotUnderstood.class);
    }

    @Test
    void anAttachmentThatTheEnvelopeDoesNotNameIsNotTheFile() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FileReplies.including("cid:other@example.com"), "binary", FILE));
        assertThat(failure()).isInstanceOf(LinkFailure.NotUnderstood.class);
        assertThat(taken.size()).isZero();
    }

    @Test
    void aFileBeyondTheLimitIsGivenUp() throws Exception {
        answer(MULTIPART, FileReplies.multipart(FILE));
        assertThat(failure(null, 1000)).isEqualTo(new LinkFailure.TooLarge("imp-pub", "GetOneFile " + PATH, 1000));
        assertThat(failure(1001L, 1000).code()).isEqualTo("LINK_FILE_TOO_LARGE");
        assertThat(service.heard)
                .as("a listed size beyond the limit is not even asked for")
                .hasSize(1);
    }

    @Test
    void aNodeThatFallsSilentInTheMiddleIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service.then(exchange -> {
            MULTIPART.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FileReplies.multipart(FILE), 0, 5000);
            exchange.getResponseBody().flush();
            over.await();
        });
        assertThat(failure()).isInstanceOf(LinkFailure.TimedOut.class);
        over.countDown();
    }

    @Test
    void aClosedLinkEndsAFetchThatIsUnderWay() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service.then(exchange -> {
            MULTIPART.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FileReplies.multipart(FILE), 0, 50_000);
            exchange.getResponseBody().flush();
            over.await();
        });
        WebServices services = open();
        OutputStream closing = new OutputStream() {
            @Override
            public void write(int value) {
                services.close();
            }
        };
        assertThatThrownBy(() -> services.fetch(node(), FileRequest.of(PATH, 1_000_000), closing))
                .isInstanceOfSatisfying(
                        LinkException.class, e -> assertThat(e.failure()).isInstanceOf(LinkFailure.Lost.class));
        over.countDown();
    }

    @Test
    void aTakerThatIsFullIsNotTheNodesFault() {
        answer(MULTIPART, FileReplies.multipart(FILE));
        IOException full = new IOException("No space left on device");
        OutputStream taker = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw full;
            }
        };
        try (WebServices services = open()) {
            assertThatThrownBy(() -> services.fetch(node(), FileRequest.of(PATH, 1_000_000), taker))
                    .isSameAs(full);
        }
        assertThat(service.heard).hasSize(1);
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
