package io.presencemedic;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class OperationsTest {
    @Test
    void readyMeansDatabaseAndWorker() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Job worker"))
                .body("checks.name", hasItem(containsString("PostgreSQL")))
                .body("checks.status", everyItem(equalTo("UP")));
    }

    @Test
    void liveDoesNotAskTheDatabase() {
        when().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name.toString()", equalTo("[Job worker's threads]"));
    }

    @Test
    void requestsAreMeasuredWithoutNamingWhatWasAskedFor() {
        asAdmin().get("/api/v1/clusters/no-such-cluster").then().statusCode(404);
        // A request is measured after its answer was sent.
        eventually().until(() -> asAdmin().get("/q/metrics").asString().contains("/api/v1/clusters/{cluster}"));
        asAdmin()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_count"))
                .body(containsString("uri=\"/api/v1/clusters/{cluster}\""))
                .body(not(containsString("no-such-cluster")));
    }

    @Test
    void addressesThatNobodyKnowsDoNotUseUpTheMetrics() throws Exception {
        // So many that what each costs the client counts.
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 120; i++) {
            URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/made-up-" + i);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("X-API-Key", ServiceUnderTest.ADMIN_KEY)
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(404);
        }
        asAdmin().get("/api/v1/audit/verification").then().statusCode(200);
        eventually().until(() -> asAdmin().get("/q/metrics").asString().contains("uri=\"/api/v1/audit/verification\""));
        assertThat(asAdmin().get("/q/metrics").asString()).doesNotContain("made-up");
    }

    @Test
    void theDescriptionOfTheApiIsServed() {
        asAdmin().get("/q/openapi").then().statusCode(200).body(containsString("openapi: 3.1"));
        asAdmin().get("/q/openapi?format=json").then().statusCode(200).body("info.title", equalTo("Presence Medic"));
        asAdmin().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    @Test
    void eachMetricOfTheServiceIsExplainedInTheAnswerAndOnThePage() throws IOException {
        String metrics = asAdmin().get("/q/metrics").asString();
        String page = Files.readString(Path.of("docs/metrics.md"));
        List<String> own =
                metrics.lines().filter(line -> line.startsWith("# HELP medic_")).toList();
        assertThat(own).isNotEmpty();
        for (String line : own) {
            String[] parts = line.split(" ", 4);
            assertThat(parts[3]).as(line).isNotBlank();
            assertThat(page).containsAnyOf("| `" + parts[2] + "` |", "| `" + parts[2] + "_total` |");
        }
    }

    @Test
    void thePageExplainsWhatTheServiceSaysInTheSameWords() throws IOException {
        String page = Files.readString(Path.of("docs/metrics.md"));
        MetricHelp.words().forEach((name, words) -> assertThat(page)
                .contains("| `" + name.replace('.', '_'))
                .contains(words));
    }
}
