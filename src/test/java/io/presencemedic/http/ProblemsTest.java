package io.presencemedic.http;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ProblemsTest {
    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    private static ValidatableResponse echo(String body) {
        return asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/probe/echo")
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/nothing/here", "/nothing", "/api/v1/nothing", "/q/nothing", "/%7e/x"})
    void anUnknownAddressIsSaidToBeUnknown(String path) {
        isProblem(asAdmin().urlEncodingEnabled(false).get(path).then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/%00", "/probe/pages?cursor=%00"})
    void anAddressThatNobodyCanReadIsRefused(String path) {
        isProblem(asAdmin().urlEncodingEnabled(false).get(path).then(), 400, "BAD_REQUEST");
    }

    @Test
    void whatMayPassSaysWhenToAskAgain() {
        for (int status : new int[] {409, 429, 503}) {
            Problem problem = Problem.of(status, "CODE", "What happened.");
            assertThat(problem.headers()).containsOnlyKeys("Retry-After");
            assertThat(problem.retryAfter(Duration.ofSeconds(7)).headers()).containsEntry("Retry-After", "7");
        }
        assertThat(Problem.of(404, "CODE", "What happened.").headers()).isEmpty();
    }

    @Test
    void anotherMethodIsRefusedWithTheMethodsThatThereAre() {
        isProblem(asAdmin().delete("/probe/echo").then(), 405, "METHOD_NOT_ALLOWED")
                .header("Allow", containsString("POST"));
    }

    @Test
    void anAnswerThatNobodyCanGiveIsRefused() {
        isProblem(asAdmin().accept("image/png").get("/probe/pages").then(), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        isProblem(
                asAdmin()
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/probe/echo")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\":}", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} {}", "nonsense"})
    void brokenJsonIsSaidToBeBroken(String body) {
        isProblem(echo(body), 400, "MALFORMED_JSON").body("detail", containsString("line 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nom\":\"a\"} | nom | is not a known field",
                "{\"name\":\"a\",\"parts\":[{\"name\":\"p\",\"size\":1},{\"size\":1,\"wheels\":2}]} | parts[1].wheels | is not a known field",
                "{\"name\":5} | name | must be a text",
                "{\"name\":{}} | name | must be a text",
                "{\"name\":\"a\",\"colour\":\"BLUE\"} | colour | must be one of RED, GREEN",
                "{\"name\":\"a\",\"colour\":1} | colour | must be one of",
                "{\"name\":\"a\",\"id\":\"7\"} | id | must be a UUID",
                "{\"name\":\"a\",\"parts\":{}} | parts | must be a list",
                "{\"name\":\"a\",\"parts\":[{\"name\":\"p\",\"size\":\"1\"}]} | parts[0].size | must be a whole number",
                "{\"name\":\"a\",\"parts\":[{\"name\":\"p\",\"size\":1.5}]} | parts[0].size | must be a whole number",
                "{\"name\":\"a\",\"parts\":[{\"name\":\"p\",\"size\":99999999999}]} | parts[0].size | must be a whole number",
                "{\"name\":\"a\",\"parts\":[{\"name\":\"\",\"size\":1}]} | parts[0].name | must not be blank",
                "{\"name\":\"a\\u0000b\"} | name | must be a text",
                "{\"name\":\"a\\ud800b\"} | name | must be a text",
                "{\"name\":\"a\\u202eb\"} | name | must be a text",
                "{} | name | must not be blank",
                "[] | body | must be an object",
                "\"x\" | body | must be an object",
                "null | thing | must not be null"
            })
    void whatIsWrongWithAFieldNamesTheField(String body, String field, String message) {
        isProblem(echo(body), 400, "VALIDATION_FAILED")
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(containsString(message)));
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        echo("{\"name\":\" \",\"parts\":[{\"name\":\"p\",\"size\":0}]}")
                .statusCode(400)
                .body("errors.field", hasItems("name", "parts[0].size"));
    }

    @Test
    void noBodyAtAllIsRefused() {
        isProblem(asAdmin().contentType("application/json").post("/probe/echo").then(), 400, "VALIDATION_FAILED");
    }

    @Test
    void aBadParameterIsRefusedByItsName() {
        isProblem(asAdmin().get("/probe/not-a-uuid").then(), 400, "VALIDATION_FAILED")
                .body("errors[0].field", equalTo("id"))
                .body("errors[0].message", equalTo("must be a UUID"));
        isProblem(asAdmin().get("/probe/implicit/7").then(), 400, "VALIDATION_FAILED")
                .body("errors[0].field", equalTo("id"));
        isProblem(asAdmin().get("/probe/" + UUID.randomUUID() + "?colour=blue").then(), 400, "VALIDATION_FAILED")
                .body("errors[0].field", equalTo("colour"));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        isProblem(echo("{\"name\":\"" + "x".repeat(1 << 20) + "\"}"), 413, "BODY_TOO_LARGE");
    }

    @Test
    void aBodyOverEveryLimitIsRefusedToo() {
        isProblem(
                asAdmin()
                        .contentType("text/plain")
                        .body("x".repeat(12 << 20))
                        .post("/probe/large")
                        .then(),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void anAddressMayTakeMore() {
        asAdmin()
                .contentType("text/plain")
                .body("x".repeat(3 << 19))
                .post("/probe/large")
                .then()
                .statusCode(200);
        isProblem(
                asAdmin()
                        .contentType("text/plain")
                        .body("x".repeat((2 << 20) + 1))
                        .post("/probe/large")
                        .then(),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void theUnexpectedIsAnIdAndNothingElse() {
        String text = isProblem(asAdmin().get("/probe/broken").then(), 500, "INTERNAL_ERROR")
                .body("id", notNullValue())
                .body(not(containsString("geheim")))
                .extract()
                .asString();
        assertThat(text).doesNotContain("Exception", "at io.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", ";;;", "a/b/c", "/json", "application/json; =", "application/json; a=\"b"})
    void aContentTypeThatNobodyCanReadIsRefused(String type) throws Exception {
        var answer = RawHttp.send(
                "POST /probe/echo HTTP/1.1",
                "X-API-Key: " + ServiceUnderTest.ADMIN_KEY,
                "Content-Type: " + type,
                "Content-Length: 2",
                "",
                "{}");
        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anAddressThatIsTooLongIsRefusedInWords() throws Exception {
        var answer = RawHttp.send(
                "GET /probe/pages?x=" + "x".repeat(9_000) + " HTTP/1.1",
                "X-API-Key: " + ServiceUnderTest.ADMIN_KEY,
                "",
                "");
        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("ADDRESS_TOO_LONG", "problem+json");
    }

    @Test
    void headersThatAreTooLargeAreRefusedInWords() throws Exception {
        var answer = RawHttp.send(
                "GET /probe/pages HTTP/1.1",
                "X-API-Key: " + ServiceUnderTest.ADMIN_KEY,
                "X-Long: " + "x".repeat(20_000),
                "",
                "");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("HEADERS_TOO_LARGE", "problem+json");
    }

    @Test
    void aBodyThatIsTooLargeAndNotAnnouncedIsRefusedInWords() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var answer = RawHttp.sendWhileTaken(
                "POST /probe/large HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + ServiceUnderTest.ADMIN_KEY
                        + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n",
                chunk,
                100);
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("BODY_TOO_LARGE", "problem+json");
    }

    @Test
    void aNameDoesNotTurnTheDirectionOfWhatFollows() {
        isProblem(echo("{\"name\":\"abc\\u202Egnp.exe\"}"), 400, "VALIDATION_FAILED");
    }

    @Test
    void aProblemIsSmallHoweverMuchIsWrong() {
        Problem problem = Problem.invalid(IntStream.range(0, 80_000)
                .mapToObj(i -> new FieldError("parameters." + "x".repeat(1_000) + i, "is not known"))
                .toList());
        assertThat(problem.errors()).hasSize(50).allMatch(error -> error.field().length() <= 301);
        assertThat(problem.detail().length()).isLessThan(20_000);
    }

    @Test
    void everyStatusHasItsTitle() {
        assertThat(Problem.of(422, "X", "x").document()).containsEntry("title", "Unprocessable Content");
    }

    @Test
    void everyAnswerTellsBrowsersAndCachesToKeepOff() {
        asAdmin()
                .header("X-Request-Id", "mine-1")
                .get("/probe/pages")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("X-Request-Id", "mine-1");
        io.restassured.RestAssured.when()
                .get("/api/v1/clusters")
                .then()
                .statusCode(401)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Request-Id", notNullValue());
    }

    @Test
    void http2WithoutTlsIsNotSpoken() throws Exception {
        String answer = RawHttp.send(
                "GET /q/health/live HTTP/1.1",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
                "",
                "");
        assertThat(answer).doesNotStartWith("HTTP/1.1 101");
    }
}
