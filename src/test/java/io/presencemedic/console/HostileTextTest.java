package io.presencemedic.console;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text reaches a page by a request, a job or a pasted log is shown as text. */
@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class HostileTextTest {
    private static final List<String> PARTS = List.of(
            "<script>evil(1)</script>",
            "\"><img src=x onerror=evil(1)>",
            "' onmouseover='evil(1)",
            "</textarea><b>",
            "<!-- ",
            "]]>",
            "{inject:x}{#if true}",
            "&lt;&amp;",
            "\u0000",
            "\u0007\u001b[2J",
            "\u202e\u2066",
            "\u200f",
            "\u2028",
            "\ud83d\udca5",
            "%00%0a",
            "x".repeat(180),
            "admin:",
            "\r\n");

    /** Markup that no template writes, and marks that a page never carries. */
    static final Pattern HARM = Pattern.compile(
            "<script>evil|<img|<b>|onmouseover='evil|<!-- |[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\u202A-\\u202E\\u2066-\\u2069]");

    private Browser admin;

    @BeforeEach
    void logIn() {
        admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
    }

    static Stream<String> hostile() {
        Random random = new Random(16);
        Stream<String> any = Stream.generate(() -> IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> PARTS.get(random.nextInt(PARTS.size())))
                .collect(Collectors.joining()));
        Stream<String> all = Stream.of(
                String.join("", PARTS),
                PARTS.stream()
                        .filter(part -> part.codePoints().noneMatch(Character::isISOControl))
                        .collect(Collectors.joining()));
        return Stream.concat(all, any.limit(10));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isShownAsText(String text) {
        job(text).forEach(this::requireHarmless);
        requireHarmless(admin.request().queryParam("ticket", text).get("/console/jobs"));
        requireHarmless(admin.request().queryParam("subject", text).get("/console/audit"));
        requireHarmless(admin.form()
                .formParam("log", "admin:show version active\n" + text + "\nadmin:")
                .post("/console/analyse"));
        requireHarmless(admin.form()
                .formParam("name", text)
                .formParam("role", "VIEWER")
                .formParam("purpose", text)
                .post("/console/keys"));
        requireHarmless(
                Browser.anonymous().formParam("key", text).formParam("to", text).post("/console/login"));
    }

    /** The pages of a job that was asked for with this text; none where the API refuses it. */
    private List<Response> job(String text) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("runbook", "high-availability-enable")
                .put("mode", "PLAN")
                .put("reason", text);
        Response made = asAdmin()
                .contentType("application/json")
                .header("Prefer", "wait=25")
                .body(body.toString())
                .post("/api/v1/clusters/simulated/jobs");
        assertThat(made.statusCode()).as(made.asString()).isIn(200, 202, 400);
        if (made.statusCode() == 400) {
            return List.of();
        }
        String page = "/console/jobs/" + made.path("id");
        return List.of(admin.page(page), admin.page(page + "/report"), admin.page(page + "/transcripts"));
    }

    private void requireHarmless(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
        boolean hasReachedNoPage =
                answer.statusCode() == 400 && answer.contentType().startsWith("application/problem+json");
        if (hasReachedNoPage) {
            return;
        }
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(HARM.matcher(answer.asString()).find()).as(answer.asString()).isFalse();
    }
}
