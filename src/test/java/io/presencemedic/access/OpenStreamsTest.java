package io.presencemedic.access;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.IssuedKey;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream ends with what opened it, however it was asked for; the configuration of the tests allows a subject 50. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
@PlayedScenario("healthy")
class OpenStreamsTest {
    private static final int MOST = 50;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private final List<Socket> open = new ArrayList<>();
    private String job;

    /** A job that waits for an answer: its stream has no end of its own. */
    @BeforeEach
    void askForAJob() {
        Response plan = asAdmin()
                .contentType("application/json")
                .header("Prefer", "wait=25")
                .body("{\"runbook\":\"high-availability-enable\",\"mode\":\"PLAN\"}")
                .post("/api/v1/clusters/simulated/jobs");
        job = asAdmin()
                .contentType("application/json")
                .body("{\"runbook\":\"high-availability-enable\",\"awaitApproval\":true,\"planHash\":\""
                        + plan.then().statusCode(200).extract().path("planHash") + "\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        eventually()
                .until(() -> asAdmin().get("/api/v1/jobs/" + job).path("state").equals("AWAITING_APPROVAL"));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        asAdmin().post("/api/v1/jobs/" + job + "/cancel").then().statusCode(200);
        eventually()
                .until(() -> asAdmin().get("/api/v1/jobs/" + job).path("state").equals("CANCELLED"));
    }

    /** Opens a stream and gives its socket when the first event has come. */
    private Socket stream(String header, String accept) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET /api/v1/jobs/" + job + "/events HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nAccept: "
                                + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder read = new StringBuilder();
        while (read.indexOf("SUBMITTED") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        assertThat(read.toString().toLowerCase(Locale.ROOT)).contains("content-type: text/event-stream");
        return socket;
    }

    private static void readToTheEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            assertThat(e).as("an end, too").hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "TEXT/Event-Stream", "text/event-stream;q=0.9, */*;q=0.1"})
    void itEndsWithItsKey(String accept) throws IOException {
        Response made = asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"k-" + UUID.randomUUID() + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys");
        Socket socket = stream("X-API-Key: " + made.path("key"), accept);
        asAdmin().delete(made.header("Location")).then().statusCode(204);
        readToTheEnd(socket);
    }

    @Test
    void itEndsWithItsToken() throws IOException {
        long end = Instant.now().plusSeconds(2).getEpochSecond();
        String token = RestAssured.given()
                .body("""
                {"iss":"%s","sub":"s","preferred_username":"s","aud":"presence-medic","groups":["medic-operators"],
                 "iat":%d,"exp":%d}
                """.formatted(issuer, end - 600, end))
                .post(issuer + "/sign")
                .asString();
        readToTheEnd(stream("Authorization: Bearer " + token, "text/event-stream"));
        assertThat(Instant.now().getEpochSecond()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void aSubjectHasOnlySoMany() throws IOException {
        String key = IssuedKey.of("k", "\"role\":\"VIEWER\"");
        for (int i = 0; i < MOST; i++) {
            stream("X-API-Key: " + key, i % 2 == 0 ? "text/event-stream" : "TEXT/EVENT-STREAM");
        }
        as(key).accept("Text/Event-Stream")
                .get("/api/v1/jobs/" + job + "/events")
                .then()
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_STREAMS"));
        as(key).get("/api/v1/jobs/" + job + "/events").then().statusCode(200);
    }
}
