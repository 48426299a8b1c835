package io.presencemedic.http;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.database.Housekeeping;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.StoredAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {
    @Inject
    Housekeeping housekeeping;

    @Inject
    HttpConfig config;

    @Inject
    DataSource database;

    @Inject
    Idempotency idempotency;

    /** Lets an answer have been given that long ago. */
    private void given(String key, String ago) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update idempotency set created_at = now() - cast(? as interval) where key = ?")) {
            update.setString(1, ago);
            update.setString(2, key);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private static Response create(String key, String body) {
        return asAdmin()
                .contentType("application/json")
                .header(IdempotencyKey.HEADER, key)
                .body(body)
                .post("/probe/things");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theSameRequestAgainGetsTheFirstAnswer() {
        String key = fresh();
        Response first = create(key, "{\"name\":\"a\"}");
        Response again = create(key, "{ \"name\" : \"a\" }");
        first.then().statusCode(201).header(StoredAnswer.REPLAYED, nullValue());
        again.then().statusCode(201).header(StoredAnswer.REPLAYED, equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    /** In which order a set gives what it holds differs from process to process. */
    @Test
    void aSetInAnotherOrderIsTheSameRequest() {
        assertThat(fingerprint(new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(fingerprint(new LinkedHashSet<>(List.of("a", "b"))));
        assertThat(fingerprint(List.of("b", "a"))).isNotEqualTo(fingerprint(List.of("a", "b")));
    }

    private String fingerprint(Object member) {
        return idempotency.fingerprint("POST", "/probe/things", Map.of("member", List.of(member)));
    }

    @Test
    void quotedAndBareAreTheSameKey() {
        String key = fresh();
        create("\"" + key + "\"", "{\"name\":\"a\"}").then().statusCode(201);
        create(key, "{\"name\":\"a\"}").then().header(StoredAnswer.REPLAYED, equalTo("true"));
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        String key = fresh();
        create(key, "{\"name\":\"a\"}").then().statusCode(201);
        create(key, "{\"name\":\"b\"}").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        String key = fresh();
        create(key, "{\"name\":\"refuse\"}").then().statusCode(409).header("Retry-After", "1");
        create(key, "{\"name\":\"a\"}").then().statusCode(201).header(StoredAnswer.REPLAYED, nullValue());
    }

    @Test
    void anAnswerThatIsOldEnoughIsForgotten() throws SQLException {
        String key = fresh();
        create(key, "{\"name\":\"a\"}").then().statusCode(201);
        housekeeping.remove(IdempotencyRetention.answers(config));
        create(key, "{\"name\":\"a\"}").then().header(StoredAnswer.REPLAYED, equalTo("true"));
        given(key, "8 days");
        housekeeping.remove(IdempotencyRetention.answers(config));
        create(key, "{\"name\":\"b\"}").then().statusCode(201).header(StoredAnswer.REPLAYED, nullValue());
    }

    @Test
    void withoutAKeyEachRequestCreates() {
        int before = ProbeResource.CREATED.get();
        for (int i = 0; i < 2; i++) {
            asAdmin()
                    .contentType("application/json")
                    .body("{\"name\":\"a\"}")
                    .post("/probe/things")
                    .then()
                    .statusCode(201);
        }
        assertThat(ProbeResource.CREATED.get()).isEqualTo(before + 2);
    }

    @Test
    void fiftyRequestsAtOnceCreateOnce() {
        String key = fresh();
        int before = ProbeResource.CREATED.get();
        List<Response> answers = atOnce(50, () -> create(key, "{\"name\":\"a\"}"));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header(StoredAnswer.REPLAYED) == null))
                .hasSize(1);
        assertThat(ProbeResource.CREATED.get()).isEqualTo(before + 1);
    }

    @Test
    void aRequestThatIsStillBeingAnsweredIsSaidToBe() throws Exception {
        String key = fresh();
        List<Response> answers = atOnce(2, () -> slow(key));
        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(202, 409);
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(answer -> answer.then()
                .body("code", equalTo("IDEMPOTENCY_IN_PROGRESS"))
                .header("Retry-After", "2"));
    }

    private static List<Response> atOnce(int calls, Supplier<Response> call) {
        ExecutorService callers = Executors.newFixedThreadPool(calls);
        try {
            List<CompletableFuture<Response>> begun = IntStream.range(0, calls)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call, callers))
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } finally {
            callers.shutdown();
        }
    }

    private static Response slow(String key) {
        return asAdmin()
                .contentType("application/json")
                .header(IdempotencyKey.HEADER, key)
                .post("/probe/slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "\"", "\"a\" b", "käse"})
    void aKeyThatIsNoneIsRefused(String key) {
        create(key, "{\"name\":\"a\"}").then().statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        create("k".repeat(255), "{\"name\":\"a\"}").then().statusCode(201);
        create("k".repeat(256), "{\"name\":\"a\"}").then().statusCode(400);
        create("\"\"", "{\"name\":\"a\"}").then().statusCode(400);
    }
}
