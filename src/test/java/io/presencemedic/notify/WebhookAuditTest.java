package io.presencemedic.notify;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.create;
import static io.presencemedic.notify.WebhookFixture.created;
import static io.presencemedic.notify.WebhookFixture.document;
import static io.presencemedic.notify.WebhookFixture.get;
import static io.presencemedic.notify.WebhookFixture.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the audit log says of endpoints. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class WebhookAuditTest {
    private static final String URL = "http://127.0.0.1:1/hook";

    @Inject
    Mutiny.SessionFactory sessions;

    @AfterEach
    void forget() {
        WebhookFixture.forgetAll(sessions);
    }

    @Test
    void eachChangeIsInTheAuditLogWithoutASecret() {
        String address = create(document(URL, ",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\""))
                .statusCode(201)
                .extract()
                .header("Location");
        asAdmin().delete(address).then().statusCode(204);
        String id = address.substring(address.lastIndexOf('/') + 1);
        for (String verb : List.of("webhook.create", "webhook.delete")) {
            asAdmin()
                    .get("/api/v1/audit?limit=200&verb=" + verb)
                    .then()
                    .body("items.target", hasItem(WEBHOOKS + "/" + id))
                    .body(not(containsString("MfKQ")));
        }
    }

    @Test
    void whatIsSentAtAPersonsWishIsThere() {
        String webhook = WEBHOOKS + "/" + created(document(URL, ""));
        String delivery = webhook + "/deliveries/"
                + post(webhook + "/ping", "").statusCode(202).extract().path("id");
        post(delivery + "/redeliver", "").statusCode(200);
        post(webhook + "/deliveries/" + UUID.randomUUID() + "/redeliver", "").statusCode(404);
        post(webhook + "/redeliver", "{\"since\":\"2020-01-01T00:00:00Z\"}").statusCode(200);
        String log = "/api/v1/audit?limit=200&verb=webhook.";
        get(log + "ping").body("items.target", hasItem(webhook));
        get(log + "redeliver")
                .body("items.findAll { it.target.startsWith('" + webhook + "') }.target", contains(webhook, delivery))
                .body("items.find { it.target == '" + webhook + "' }.after.messages", equalTo(1));
    }
}
