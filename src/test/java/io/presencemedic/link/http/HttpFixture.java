package io.presencemedic.link.http;

import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.PasswordGuard;
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
import org.junit.jupiter.api.BeforeEach;

/** A web service that does what a test's script says, and the client that is to cope with it. */
abstract class HttpFixture {
    static final String GROUP = "{0B1D5F3A-77C2-4E10-9A6B-1F2E3D4C5B6A}";
    static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("reader:sécret".getBytes(StandardCharsets.UTF_8));
    static final TestCertificates CERTIFICATES = certificates();

    final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
    ScriptedWebService service;
    HttpWebServices wire;

    private static TestCertificates certificates() {
        TestCertificates made = new TestCertificates();
        made.selfSigned("leaf", "imp-pub.example.com");
        made.selfSigned("other", "imp-pub.example.com");
        made.authority("authority", "Example CA");
        made.issue("authority", "named", "127.0.0.1", "ip:127.0.0.1");
        made.issue("authority", "misnamed", "imp-sub.example.com", "dns:imp-sub.example.com");
        return made;
    }

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedWebService(CERTIFICATES.server("leaf"));
        wire = wire(Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
        wire.close();
    }

    static HttpWebServices wire(Map<String, String> settings) {
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("medic.link.http.throttle-pause", "PT0.02S"), "defaults", 400))
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(LinkConfig.class);
        CredentialSource source =
                name -> name.equals("application") ? Optional.of(new Credential("reader", "sécret")) : Optional.empty();
        return new HttpWebServices(
                config, source, PasswordGuard.with(new RefusalMemory(Clock.systemUTC())), Clock.systemUTC());
    }

    Node node() {
        return new Node("cucm-pub", NodeRole.CUCM_PUBLISHER, "127.0.0.1", 22, service.port(), null);
    }

    WebServices open(@Nullable String pem) {
        Cluster cluster = new Cluster(
                "test", "Test", new CredentialNames("platform", "application"), false, pem, List.of(node()), false);
        return wire.open(cluster, transcripts::add);
    }

    WebServices open() {
        return open(CERTIFICATES.pem("leaf"));
    }

    <T> T call(Operation<T> operation) throws LinkException {
        try (WebServices services = open()) {
            return services.call(node(), operation);
        }
    }

    LinkFailure failure(Operation<?> operation) {
        return failure(open(), operation);
    }

    LinkFailure failure(WebServices services, Operation<?> operation) {
        try (services) {
            services.call(node(), operation);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    static String envelope(String body) {
        return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>" + body
                + "</e:Body></e:Envelope>";
    }

    static String version(String version) {
        return envelope("<n:getCCMVersionResponse xmlns:n='http://www.cisco.com/AXL/API/12.5'><return>"
                + "<componentVersion><version>" + version
                + "</version></componentVersion></return></n:getCCMVersionResponse>");
    }

    static String fault(String words) {
        return envelope("<e:Fault><faultcode>e:Server</faultcode><faultstring>" + words + "</faultstring></e:Fault>");
    }
}
