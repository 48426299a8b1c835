package io.presencemedic.notify;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.create;
import static io.presencemedic.notify.WebhookFixture.created;
import static io.presencemedic.notify.WebhookFixture.document;
import static io.presencemedic.notify.WebhookFixture.get;
import static io.presencemedic.notify.WebhookFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.IssuedKey;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class WebhookApiTest {
    private static final String URL = "http://127.0.0.1:1/hook";

    @Inject
    Mutiny.SessionFactory sessions;

    @AfterEach
    void forget() {
        WebhookFixture.forgetAll(sessions);
    }

    @Test
    void aSecretThatTheServiceMakesIsShownOnceAndNeverAgain() {
        var answer = create(document(URL, ""))
                .statusCode(201)
                .header("Location", matchesPattern(WEBHOOKS + "/[0-9a-f-]{36}"))
                .header("Cache-Control", "no-store")
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("format", equalTo("STANDARD"))
                .body("enabled", equalTo(true))
                .extract();

        get(answer.header("Location"))
                .statusCode(200)
                .body("secret", nullValue())
                .body("createdBy", notNullValue());
        get(WEBHOOKS).body(not(containsString("whsec_")));
    }

    @Test
    void aSecretThatTheCallerGivesIsShownNever() {
        create(document(URL, ",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\""))
                .statusCode(201)
                .body(not(containsString("MfKQ")));
    }

    @Test
    void aRepeatedRequestMakesOneWebhookAndDoesNotShowItsSecretAgain() {
        String body = document(URL, "");
        String key = UUID.randomUUID().toString();
        String first = asAdmin()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        asAdmin()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first))
                .body("secret", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/hook, 10.1.2.3, medic.notify.allowed-networks",
        "https://169.254.169.254/latest, 169.254.169.254, no configuration key allows",
        "https://[fe80::1]/hook, fe80, no configuration key allows",
        "https://224.0.0.1/hook, 224.0.0.1, no configuration key allows"
    })
    void aForbiddenAddressIsRefusedWithAddressAndKey(String url, String address, String key) {
        create(document(url, ""))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("WEBHOOK_ADDRESS_REFUSED"))
                .body("detail", containsString(address))
                .body("detail", containsString(key))
                .body("errors.field", hasItem("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "example.com",
                "https://",
                "https://user:password@example.com/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://exa mple.com/",
                "javascript:alert(1)"
            })
    void whatIsNoReceiversUrlIsRefused(String url) {
        create(document(url, ""))
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.field", hasItem("url"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"secret\":\"whsec_short\"| secret",
                ",\"format\":\"XML\"| format",
                ",\"bodyHmac\":{\"header\":\"Content-Length\",\"encoding\":\"HEX\"}| bodyHmac.header",
                ",\"bodyHmac\":{\"header\":\"X Y\",\"encoding\":\"HEX\"}| bodyHmac.header",
                ",\"authorization\":{\"scheme\":\"BASIC\",\"credential\":\"../etc\"}| authorization.credential",
                ",\"password\":\"x\"| password"
            })
    void aWrongFieldIsNamed(String more, String field) {
        create(document(URL, more)).statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void aNameIsTakenOnce() {
        String body = document(URL, "");
        create(body).statusCode(201);

        create(body).statusCode(409).body("code", equalTo("WEBHOOK_NAME_TAKEN"));
    }

    @Test
    void aWebhookIsChangedPausedAndRemoved() {
        String path = WEBHOOKS + "/" + created(document(URL, ""));
        String change = document(URL, ",\"enabled\":false,\"clusters\":[\"emea\"],\"format\":\"CLOUDEVENTS\"");

        asAdmin()
                .contentType(ContentType.JSON)
                .body(change)
                .put(path)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("REQUESTED"))
                .body("clusters", hasItem("emea"))
                .body("format", equalTo("CLOUDEVENTS"));
        asAdmin().delete(path).then().statusCode(204);
        get(path).statusCode(404).body("code", equalTo("WEBHOOK_UNKNOWN"));
    }

    @Test
    void aNewSecretIsShownOnceAndTheOldOneStaysValidForAWhile() {
        String path = WEBHOOKS + "/" + created(document(URL, "")) + "/secret";

        post(path, "{\"overlap\":\"PT1H\"}")
                .statusCode(200)
                .body("secret", matchesPattern("whsec_.+"))
                .body("oldSecretUntil", notNullValue());
        post(path, "{\"overlap\":\"P40D\"}").statusCode(400).body("errors.field", hasItem("overlap"));
    }

    @Test
    void givingTheSameSecretAgainChangesNothing() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String path = WEBHOOKS + "/" + created(document(URL, ",\"secret\":\"" + secret + "\"")) + "/secret";

        post(path, "{\"secret\":\"" + secret + "\"}").statusCode(200).body("oldSecretUntil", nullValue());
    }

    @Test
    void onlyAnAdministratorSeesOrKeepsWebhooks() {
        String operator = IssuedKey.of("op", "\"role\":\"OPERATOR\"");

        as(operator).get(WEBHOOKS).then().statusCode(403);
        as(operator)
                .contentType(ContentType.JSON)
                .body(document(URL, ""))
                .post(WEBHOOKS)
                .then()
                .statusCode(403);
    }

    @Test
    void theDatabaseHoldsNoSecretInTheClear() {
        create(document(URL, ",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\""))
                .statusCode(201);
        Long clear = io.presencemedic.database.Blocking.await(sessions.withSession(session -> session.createNativeQuery(
                        "select count(*) from webhook w where cast(w as text) like '%MfKQ%'", Long.class)
                .getSingleResult()));

        assertThat(clear).isZero();
    }
}
