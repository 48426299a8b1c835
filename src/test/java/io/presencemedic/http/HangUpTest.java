package io.presencemedic.http;

import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that hang up in the middle of a change harm neither the database's sessions nor honest callers. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class HangUpTest {
    private static final int HANG_UPS = 150;

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            String name = String.valueOf(entry.getLoggerName());
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()
                    && (name.startsWith("org.hibernate") || name.startsWith("io.presencemedic.http"))) {
                warnings.add(name + ": " + entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(ear);
    }

    private static String cluster() {
        return "hang-up-" + UUID.randomUUID();
    }

    private static String document(String id) {
        return """
            {"id":"%s","credentials":{"platform":"p","application":"a"},
             "nodes":[{"name":"cucm-pub","role":"CUCM_PUBLISHER","host":"192.0.2.10"}]}
            """.formatted(id);
    }

    /** Sends a change and resets the connection without waiting for its answer. */
    private static void hangUp(String id) {
        String body = document(id);
        String request = "PUT /api/v1/clusters/" + id + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + ADMIN_KEY
                + "\r\nIf-Match: *\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int honest(String id) {
        return asAdmin()
                .contentType("application/json")
                .header("If-Match", "*")
                .body(document(id))
                .put("/api/v1/clusters/" + id)
                .statusCode();
    }

    @Test
    void aChangeGoesOnWhenItsClientHangsUp() {
        String one = cluster();
        String other = cluster();
        for (String id : List.of(one, other)) {
            asAdmin()
                    .contentType("application/json")
                    .body(document(id))
                    .post("/api/v1/clusters")
                    .then()
                    .statusCode(201);
        }

        List<Integer> honest = IntStream.range(0, HANG_UPS)
                .parallel()
                .peek(i -> hangUp(one))
                .filter(i -> i % 10 == 0)
                .mapToObj(i -> honest(other))
                .toList();

        assertThat(honest).hasSize(HANG_UPS / 10).containsOnly(200);
        assertThat(honest(one)).isEqualTo(200);
        assertThat(warnings).isEmpty();
    }
}
