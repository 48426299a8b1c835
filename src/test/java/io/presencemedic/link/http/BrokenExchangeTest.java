package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.FaultProxy;
import io.presencemedic.link.FaultProxy.Harm;
import io.presencemedic.link.FaultProxy.Side;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.WebServices;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exchange is harmed after every so many bytes: none hangs, none is read as success without its whole answer. */
@BesideTheService
class BrokenExchangeTest {
    private static final int POINTS = Thorough.points(2, 24);
    private static final String ANSWER = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
            + "<n:getCCMVersionResponse xmlns:n='http://www.cisco.com/AXL/API/12.5'><return><componentVersion>"
            + "<version>14.0.1.10000-20</version></componentVersion></return></n:getCCMVersionResponse>"
            + " ".repeat(3000) + "</e:Body></e:Envelope>";
    private static final TestCertificates CERTIFICATES = new TestCertificates();

    private ScriptedWebService service;
    private HttpWebServices wire;

    @BeforeAll
    static void makeCertificate() {
        CERTIFICATES.selfSigned("leaf", "imp-pub.example.com");
    }

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedWebService(CERTIFICATES.server("leaf"));
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .build()
                .getConfigMapping(LinkConfig.class);
        wire = new HttpWebServices(
                config,
                name -> Optional.of(new Credential("reader", "secret")),
                PasswordGuard.with(new RefusalMemory(Clock.systemUTC())),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        wire.close();
        service.close();
    }

    /** A change, so that nothing is repeated, with little patience. */
    record Impatient(Duration patience) implements Operation<String> {
        private static final GetCcmVersion REAL = new GetCcmVersion();

        @Override
        public SoapService service() {
            return REAL.service();
        }

        @Override
        public String name() {
            return REAL.name();
        }

        @Override
        public Effect effect() {
            return Effect.CHANGES;
        }

        @Override
        public String summary() {
            return REAL.summary();
        }

        @Override
        public void write(XMLStreamWriter body) throws XMLStreamException {
            REAL.write(body);
        }

        @Override
        public String read(XMLStreamReader answer) throws XMLStreamException, io.presencemedic.cisco.cli.Unreadable {
            return REAL.read(answer);
        }
    }

    private Object call(FaultProxy proxy, Duration patience) {
        service.then(200, ANSWER);
        Node node = new Node("cucm-pub", NodeRole.CUCM_PUBLISHER, "127.0.0.1", 22, proxy.port(), null);
        Cluster cluster = new Cluster(
                "test",
                "Test",
                new CredentialNames("platform", "application"),
                false,
                CERTIFICATES.pem("leaf"),
                List.of(node),
                false);
        try (WebServices services = wire.open(cluster, LinkListener.NONE)) {
            return services.call(node, new Impatient(patience));
        } catch (LinkException e) {
            return e.failure();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER, CUT",
        "SERVER, RESET",
        "SERVER, HALF_CLOSE",
        "SERVER, SILENCE",
        "CLIENT, CUT",
        "CLIENT, SILENCE"
    })
    void harmAtAnyPointEndsInATypedFailureInTime(Side side, Harm harm) throws IOException {
        long whole;
        try (FaultProxy proxy = new FaultProxy(service.port(), side, Harm.NONE, 0)) {
            assertThat(call(proxy, Duration.ofSeconds(30))).isEqualTo("14.0.1.10000-20");
            whole = proxy.passed();
        }
        for (int i = 0; i < POINTS; i++) {
            long began = System.nanoTime();
            try (FaultProxy proxy = new FaultProxy(service.port(), side, harm, whole * i / POINTS)) {
                Object outcome = call(proxy, Duration.ofMillis(500));
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
                if (!(outcome instanceof LinkFailure)) {
                    assertThat(outcome).isEqualTo("14.0.1.10000-20");
                } else {
                    assertThat(outcome)
                            .isInstanceOfAny(
                                    LinkFailure.Lost.class, LinkFailure.TimedOut.class, LinkFailure.NotReachable.class);
                }
            }
        }
    }

    @Test
    void anAnswerThatDribblesIsReadWholeOrGivenUpAtTheDeadline() throws IOException {
        try (FaultProxy proxy = new FaultProxy(service.port(), Side.SERVER, Harm.DRIBBLE, 1000)) {
            assertThat(call(proxy, Duration.ofSeconds(60))).isEqualTo("14.0.1.10000-20");
            assertThat(call(proxy, Duration.ofMillis(300))).isInstanceOf(LinkFailure.TimedOut.class);
        }
    }
}
