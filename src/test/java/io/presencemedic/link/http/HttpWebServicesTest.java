package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.soap.ExecuteSqlQuery;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.CredentialSource;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.Transcript;
import io.presencemedic.link.WebServices;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpWebServicesTest {
    private static final String GROUP = "{0B1D5F3A-77C2-4E10-9A6B-1F2E3D4C5B6A}";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("reader:sécret".getBytes(StandardCharsets.UTF_8));
    private static final Certificates CERTIFICATES = new Certificates();

    private final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
    private ScriptedService service;
    private HttpWebServices wire;

    @BeforeAll
    static void makeCertificates() {
        CERTIFICATES.selfSigned("leaf", "imp-pub.example.com");
        CERTIFICATES.selfSigned("other", "imp-pub.example.com");
        CERTIFICATES.selfSigned("authority", "Example CA", "-ext", "bc:c");
        CERTIFICATES.selfSigned("named", "127.0.0.1");
        CERTIFICATES.issue("authority", "named", "-ext", "san=ip:127.0.0.1");
        CERTIFICATES.selfSigned("misnamed", "imp-sub.example.com");
        CERTIFICATES.issue("authority", "misnamed", "-ext", "san=dns:imp-sub.example.com");
    }

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService(CERTIFICATES.server("leaf"));
        wire = wire(Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
        wire.close();
    }

    private static HttpWebServices wire(Map<String, String> settings) {
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("medic.link.http.throttle-pause", "PT0.02S"), "defaults", 400))
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(LinkConfig.class);
        CredentialSource source =
                name -> name.equals("application") ? Optional.of(new Credential("reader", "sécret")) : Optional.empty();
        return new HttpWebServices(config, source, Clock.systemUTC());
    }

    private Node node() {
        return new Node("cucm-pub", NodeRole.CUCM_PUBLISHER, "127.0.0.1", 22, service.port(), null);
    }

    private WebServices open(@Nullable String pem) {
        Cluster cluster = new Cluster(
                "test", "Test", new CredentialNames("platform", "application"), false, pem, List.of(node()), false);
        return wire.open(cluster, transcripts::add);
    }

    private WebServices open() {
        return open(CERTIFICATES.pem("leaf"));
    }

    private <T> T call(Operation<T> operation) throws LinkException {
        try (WebServices services = open()) {
            return services.call(node(), operation);
        }
    }

    private LinkFailure failure(Operation<?> operation) {
        return failure(open(), operation);
    }

    private LinkFailure failure(WebServices services, Operation<?> operation) {
        try (services) {
            services.call(node(), operation);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    private static String envelope(String body) {
        return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>" + body
                + "</e:Body></e:Envelope>";
    }

    private static String version(String version) {
        return envelope("<n:getCCMVersionResponse xmlns:n='http://www.cisco.com/AXL/API/12.5'><return>"
                + "<componentVersion><version>" + version
                + "</version></componentVersion></return></n:getCCMVersionResponse>");
    }

    private static String fault(String words) {
        return envelope("<e:Fault><faultcode>e:Server</faultcode><faultstring>" + words + "</faultstring></e:Fault>");
    }

    @Test
    void anOperationGoesToItsServiceWithThePasswordAndComesBackAsAValue() throws Exception {
        service.then(200, version("14.0.1.10000-20"));
        assertThat(call(new GetCcmVersion())).isEqualTo("14.0.1.10000-20");
        assertThat(service.heard).singleElement().satisfies(heard -> {
            assertThat(heard.path()).isEqualTo("/axl/");
            assertThat(heard.authorization()).isEqualTo(BASIC);
            assertThat(heard.cookie()).isNull();
            assertThat(heard.action()).isEqualTo("\"CUCM:DB ver=12.5 getCCMVersion\"");
        });
        assertThat(transcripts).singleElement().satisfies(heard -> {
            assertThat(heard.command()).isEqualTo("getCCMVersion");
            assertThat(heard.answer()).contains("14.0.1.10000-20");
            assertThat(heard.failure()).isNull();
        });
    }

    @Test
    void aSessionIsUsedInsteadOfThePasswordUntilTheNodeForgetsIt() throws Exception {
        service.then(200, version("1"), Map.of("Set-Cookie", "JSESSIONIDSSO=abc; Path=/; Secure; HttpOnly"))
                .then(200, version("2"))
                .then(404, "")
                .then(200, version("3"));
        for (String expected : List.of("1", "2", "3")) {
            assertThat(call(new GetCcmVersion())).isEqualTo(expected);
        }
        assertThat(service.heard)
                .extracting(ScriptedService.Heard::cookie)
                .containsExactly(null, "JSESSIONIDSSO=abc", "JSESSIONIDSSO=abc", null);
        assertThat(service.heard)
                .extracting(ScriptedService.Heard::authorization)
                .containsExactly(BASIC, null, null, BASIC);
    }

    @Test
    void aSessionOfOneServiceIsNotSentToAnother() throws Exception {
        service.then(200, version("1"), Map.of("Set-Cookie", "JSESSIONIDSSO=abc"))
                .then(500, fault("no"));
        call(new GetCcmVersion());
        failure(GetServiceStatus.all());
        assertThat(service.heard.get(1).cookie()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "401, LINK_NOT_AUTHENTICATED",
        "403, LINK_NOT_AUTHORISED",
        "404, LINK_REFUSED",
        "302, LINK_REFUSED",
        "502, LINK_REFUSED",
        "500, LINK_REFUSED"
    })
    void aStatusHasItsOwnFailureAndIsNotTriedAgain(int status, String code) {
        service.then(status, "<html>page</html>");
        assertThat(failure(new GetCcmVersion()).code()).isEqualTo(code);
        assertThat(service.heard).hasSize(1);
    }

    @Test
    void aRefusedAccountIsNotTriedAgainOnTheSameLink() {
        service.then(401, "");
        try (WebServices services = open()) {
            assertThat(failure(services, new GetCcmVersion()).code()).isEqualTo("LINK_NOT_AUTHENTICATED");
            assertThat(failure(services, new GetCcmVersion()).code()).isEqualTo("LINK_NOT_AUTHENTICATED");
        }
        assertThat(service.heard).hasSize(1);
    }

    @Test
    void anAccountThatMayReadOnlyIsNotTakenForAWrongPassword() throws Exception {
        service.then(200, version("1")).then(401, "");
        call(new GetCcmVersion());
        assertThat(failure(new SetHighAvailability(GROUP, false)))
                .isEqualTo(new LinkFailure.NotAuthorised("cucm-pub", "reader", "updatePresenceRedundancyGroup"));
    }

    @Test
    void theSchemaVersionIsAgreedOnceAndRemembered() throws Exception {
        service.then(599, "Incorrect axl version. Supported axl versions are 10.x, 11.0 and 11.5")
                .then(200, version("1"))
                .then(200, version("2"));
        call(new GetCcmVersion());
        call(new GetCcmVersion());
        assertThat(service.heard)
                .extracting(ScriptedService.Heard::action)
                .containsExactly(
                        "\"CUCM:DB ver=12.5 getCCMVersion\"",
                        "\"CUCM:DB ver=11.5 getCCMVersion\"",
                        "\"CUCM:DB ver=11.5 getCCMVersion\"");
    }

    @Test
    void aNodeThatSharesNoSchemaVersionIsReported() {
        service.then(599, "Supported axl versions are 7.0 and 8.0");
        assertThat(failure(new GetCcmVersion()))
                .isInstanceOfSatisfying(LinkFailure.NoCommonVersion.class, it -> assertThat(it.words())
                        .contains("8.0"));
    }

    @Test
    void aThrottledRequestIsSentAgainALittleLaterAndIsBusyInTheEnd() throws Exception {
        service.then(503, "")
                .then(500, fault("Maximum AXL Memory Allocation Consumed. Please retry once"))
                .then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        service.then(503, "a").then(503, "b").then(503, "c").then(503, "the queue is too long");
        assertThat(failure(new SetHighAvailability(GROUP, true))).isInstanceOfSatisfying(LinkFailure.Busy.class, it -> {
            assertThat(it.passing()).isTrue();
            assertThat(it.words()).contains("the queue is too long");
        });
    }

    @Test
    void aFaultIsReportedInTheServicesWordsWithoutSecrets() {
        service.then(500, fault("Item not valid: password=hidden"));
        assertThat(failure(new GetCcmVersion()))
                .isEqualTo(new LinkFailure.Refused("cucm-pub", "getCCMVersion", "Item not valid: password=********"));
    }

    @Test
    void secretsAreMaskedInTheTranscriptAndNotInTheValue() throws Exception {
        service.then(
                200,
                envelope("<n:executeSQLQueryResponse xmlns:n='x'><return><row><name>a</name>"
                        + "<axlpassword>hidden</axlpassword></row></return></n:executeSQLQueryResponse>"));
        assertThat(call(new ExecuteSqlQuery("select * from epassyncagentcfg"))
                        .get(0)
                        .get("axlpassword"))
                .contains("hidden");
        assertThat(transcripts).singleElement().satisfies(heard -> assertThat(heard.answer())
                .contains("<axlpassword>********</axlpassword>")
                .doesNotContain("hidden"));
    }

    @Test
    void anAnswerOutsideTheSchemaIsNotUnderstood() {
        service.then(200, envelope("<n:getCCMVersionResponse xmlns:n='x'><return/></n:getCCMVersionResponse>"));
        assertThat(failure(new GetCcmVersion()).code()).isEqualTo("LINK_NOT_UNDERSTOOD");
        assertThat(transcripts).singleElement().satisfies(heard -> assertThat(heard.failure())
                .isEqualTo("LINK_NOT_UNDERSTOOD"));
    }

    @Test
    void aReadIsRepeatedOnceAfterALostConnectionAndAChangeNever() throws Exception {
        service.then(exchange -> {}).then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        service.then(exchange -> {}).then(200, version("2"));
        assertThat(failure(new SetHighAvailability(GROUP, true)).code()).isEqualTo("LINK_LOST");
        assertThat(service.heard).hasSize(3);
    }

    @Test
    void anAnswerWithoutEndIsHungUpOn() {
        wire.close();
        wire = wire(Map.of("medic.link.http.longest-answer", "1000"));
        service.then(200, "x".repeat(5000));
        assertThat(failure(new GetCcmVersion()))
                .isInstanceOfSatisfying(LinkFailure.NotUnderstood.class, it -> assertThat(it.why())
                        .contains("1000"));
    }

    @Test
    void serviceabilityCallsAreCountedPerMinute() throws Exception {
        wire.close();
        wire = wire(Map.of("medic.link.http.requests-per-minute", "1"));
        service.then(500, fault("first")).then(200, version("1"));
        failure(GetServiceStatus.all());
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        WebServices services = open();
        Thread closer = new Thread(services::close);
        try (services) {
            closer.start();
            assertThat(failure(services, GetServiceStatus.all()).code()).isIn("LINK_LOST", "LINK_BUSY");
        }
        assertThat(service.heard).hasSize(2);
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamed() {
        assertThat(failure(open(CERTIFICATES.pem("other")), new GetCcmVersion()).code())
                .isEqualTo("LINK_CERTIFICATE_NOT_TRUSTED");
        assertThat(failure(open(null), new GetCcmVersion()).code()).isEqualTo("LINK_CERTIFICATE_NOT_TRUSTED");
        assertThat(failure(open("no pem"), new GetCcmVersion()).code()).isEqualTo("LINK_CERTIFICATE_NOT_TRUSTED");
        assertThat(service.heard).isEmpty();
    }

    @Test
    void anIssuedCertificateMustBearTheHostsName() throws Exception {
        service.close();
        service = new ScriptedService(CERTIFICATES.server("named")).then(200, version("1"));
        try (WebServices services = open(CERTIFICATES.pem("authority"))) {
            assertThat(services.call(node(), new GetCcmVersion())).isEqualTo("1");
        }
        service.close();
        service = new ScriptedService(CERTIFICATES.server("misnamed")).then(200, version("1"));
        assertThat(failure(open(CERTIFICATES.pem("authority")), new GetCcmVersion()))
                .isInstanceOf(LinkFailure.CertificateNotTrusted.class);
    }

    @Test
    void aClosedPortIsNotReachable() {
        service.close();
        assertThat(failure(new GetCcmVersion())).isInstanceOf(LinkFailure.NotReachable.class);
    }
}
