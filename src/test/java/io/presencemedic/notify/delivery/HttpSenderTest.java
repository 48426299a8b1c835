package io.presencemedic.notify.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.link.http.TestCertificates;
import io.presencemedic.notify.ScriptedReceiver;
import io.presencemedic.notify.address.AddressGuard;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BesideTheService
class HttpSenderTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ScriptedReceiver receiver = new ScriptedReceiver();
    private final HttpSender sender = sender(guard(true), Optional.empty());

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    private static AddressGuard guard(boolean mayBeOwn) {
        return new AddressGuard(host -> new InetAddress[] {loopback()}, Set::of, List.of(), mayBeOwn);
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static HttpSender sender(AddressGuard guard, Optional<String> trusted) {
        return new HttpSender(VERTX, guard, trusted);
    }

    private static Outgoing post(String url) {
        return new Outgoing("POST", URI.create(url), Map.of("webhook-id", "msg_1"), "{}".getBytes(UTF_8));
    }

    private Outgoing post() {
        return post("http://receiver.test:" + receiver.port() + "/hook?a=b");
    }

    private static DeliveryFailure failure(Exchange exchange) {
        return ((Exchange.Unanswered) exchange).failure();
    }

    @Test
    void aMessageGoesToTheCheckedAddressUnderTheReceiversName() {
        Exchange exchange = sender.send(post(), LIMIT);

        assertThat(exchange).isInstanceOfSatisfying(Exchange.Answered.class, answer -> assertThat(answer.isTaken())
                .isTrue());
        assertThat(receiver.heard).singleElement().satisfies(heard -> {
            assertThat(heard.target()).isEqualTo("/hook?a=b");
            assertThat(heard.headers()).containsEntry("host", "receiver.test:" + receiver.port());
            assertThat(heard.body()).isEqualTo("{}");
        });
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsRefusedTheSecondTime() throws Exception {
        AtomicInteger lookUps = new AtomicInteger();
        InetAddress outside = InetAddress.getByName("93.184.215.14");
        AddressGuard guard = new AddressGuard(
                host -> new InetAddress[] {lookUps.getAndIncrement() == 0 ? outside : loopback()},
                Set::of,
                List.of(),
                false);

        assertThat(guard.check("receiver.test"))
                .isInstanceOf(io.presencemedic.notify.address.AddressCheck.Allowed.class);
        try (HttpSender careful = sender(guard, Optional.empty())) {
            assertThat(failure(careful.send(post(), LIMIT))).isEqualTo(DeliveryFailure.ADDRESS_REFUSED);
        }
        assertThat(receiver.heard).isEmpty();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void aReceiverThatHangsCostsTheTimeLimitAndNoMore() {
        receiver.thenHang();
        long begun = System.nanoTime();

        assertThat(failure(sender.send(post(), SHORT))).isEqualTo(DeliveryFailure.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aNameThatIsNotFoundInTimeIsATimeout() {
        AddressGuard slow = new AddressGuard(
                host -> {
                    try {
                        new java.util.concurrent.CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                },
                Set::of,
                List.of(),
                true);
        try (HttpSender careful = sender(slow, Optional.empty())) {
            assertThat(failure(careful.send(post(), SHORT))).isEqualTo(DeliveryFailure.TIMED_OUT);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedReceiver other = new ScriptedReceiver()) {
            receiver.then(307, "", Map.of("Location", other.url()));

            assertThat(sender.send(post(), LIMIT)).isInstanceOfSatisfying(Exchange.Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(307);
                assertThat(answer.isTaken()).isFalse();
            });
            assertThat(other.heard).isEmpty();
        }
    }

    @Test
    void anErrorPageIsCutAndFreedOfControlCharacters() {
        receiver.then(500, "<html>\u001b[31m" + "x".repeat(300_000), Map.of("Content-Type", "text/html"));

        assertThat(sender.send(post(), LIMIT)).isInstanceOfSatisfying(Exchange.Answered.class, answer -> {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).hasSize(HttpSender.MOST_READ);
            assertThat(answer.first()).startsWith("<html> [31mxxx").hasSizeLessThanOrEqualTo(512);
        });
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        receiver.thenCloseInTheMiddle();

        assertThat(failure(sender.send(post(), LIMIT))).isEqualTo(DeliveryFailure.ANSWER_BROKEN);
    }

    @Test
    void nobodyListeningIsAFailedConnection() {
        int port = receiver.port();
        receiver.close();

        assertThat(failure(sender.send(post("http://receiver.test:" + port + "/"), LIMIT)))
                .isEqualTo(DeliveryFailure.CONNECTION_FAILED);
    }

    @Test
    void aCertificateMustBeTrustedAndForTheReceiversName() throws Exception {
        TestCertificates certificates = new TestCertificates();
        certificates.selfSigned("receiver", "receiver.test", "dns:receiver.test");
        Path pem = Files.writeString(Files.createTempFile("trusted", ".pem"), certificates.pem("receiver"));
        try (ScriptedReceiver encrypted = new ScriptedReceiver(certificates.server("receiver"));
                HttpSender trusting = sender(guard(true), Optional.of(pem.toString()))) {
            String port = ":" + encrypted.port() + "/";

            assertThat(trusting.send(post("https://receiver.test" + port), LIMIT))
                    .isInstanceOf(Exchange.Answered.class);
            assertThat(failure(trusting.send(post("https://other.test" + port), LIMIT)))
                    .isEqualTo(DeliveryFailure.TLS_FAILED);
            assertThat(failure(sender.send(post("https://receiver.test" + port), LIMIT)))
                    .isEqualTo(DeliveryFailure.TLS_FAILED);
            assertThat(encrypted.heard).hasSize(1);
        }
    }
}
