package io.presencemedic.notify;

import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.create;
import static io.presencemedic.notify.WebhookFixture.created;
import static io.presencemedic.notify.WebhookFixture.get;
import static io.presencemedic.notify.WebhookFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.cluster.credential.ConfiguredCredentials;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.database.Blocking;
import io.presencemedic.notify.format.Notification;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes at an endpoint, in which order, and how it is signed. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class WebhookDeliveryTest extends DeliveryTestBase {
    @Inject
    DeliveryClaims claims;

    @Inject
    ConfiguredCredentials credentials;

    @Test
    void aPingComesSignedAndItsFateCanBeSeen() throws Exception {
        var made = create(document(
                        receiver.url(), ",\"bodyHmac\":{\"header\":\"X-Hub-Signature-256\",\"encoding\":\"HEX\"}"))
                .extract();
        String fate = post(WEBHOOKS + "/" + made.path("id") + "/ping", "")
                .statusCode(202)
                .extract()
                .header("Location");
        untilHeard(1);

        ScriptedReceiver.RecordedRequest heard = receiver.heard.get(0);
        assertThat(new StandardReceiver(made.path("secret")).accepts(heard)).isTrue();
        assertThat(heard.headers().get("x-hub-signature-256")).matches("[0-9a-f]{64}");
        assertThat(heard.body()).contains("\"type\":\"ping\"");
        untilEnded(made.path("id"), "DELIVERED", 1);
        get(fate)
                .body("state", equalTo("DELIVERED"))
                .body("lastStatus", equalTo(204))
                .body("attempts", equalTo(1))
                .body("messageId", equalTo(heard.id()));
    }

    @Test
    void whileASecretIsReplacedBothSign() throws Exception {
        var made = create(document(receiver.url(), "")).extract();
        String path = WEBHOOKS + "/" + made.path("id");
        String fresh =
                post(path + "/secret", "{\"overlap\":\"PT1H\"}").extract().path("secret");
        post(path + "/ping", "").statusCode(202);
        untilHeard(1);

        assertThat(new StandardReceiver(made.path("secret")).accepts(receiver.heard.get(0)))
                .isTrue();
        assertThat(new StandardReceiver(fresh).accepts(receiver.heard.get(0))).isTrue();
    }

    @Test
    void messagesComeInOrderUnderOneIdEachWhateverTheReceiverDoes() throws Exception {
        receiver.then(500, "<html>down</html>", Map.of())
                .thenCloseInTheMiddle()
                .then(204)
                .then(302, "", Map.of("Location", receiver.url()))
                .then(204);
        String webhook = created(document(receiver.url(), ""));
        String first = tell("one");
        String second = tell("two");
        String third = tell("three");
        untilEnded(webhook, "DELIVERED", 3);

        assertThat(heardIds()).containsExactly(first, first, first, second, second, third);
        assertThat(receiver.heard.get(0).body()).isEqualTo(receiver.heard.get(2).body());
    }

    @Test
    void anEndpointIsToldOnlyWhatItAskedForAboutItsClusters() throws Exception {
        String other = created(WebhookFixture.document(receiver.url(), ",\"clusters\":[\"apac\"]"));
        String webhook = created(document(receiver.url(), ""));
        tell("one");
        untilEnded(webhook, "DELIVERED", 1);

        untilEnded(other, "PENDING", 0);
        assertThat(receiver.heard).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() throws Exception {
        String webhook = created(document(receiver.url(), ""));
        Notification undone = event("undone", null);
        try {
            Blocking.await(sessions.withTransaction((session, transaction) -> {
                transaction.markForRollback();
                return outbox.write(session, undone);
            }));
        } catch (RuntimeException rolledBack) {
            assertThat(rolledBack).isNotNull();
        }
        String id = tell("done");
        untilEnded(webhook, "DELIVERED", 1);

        assertThat(heardIds()).containsExactly(id);
    }

    @Test
    void oneProcessAtATimeDeliversToAnEndpointAndAnotherTakesOverFromADeadOne() throws Exception {
        String webhook = created(document(receiver.url(), ",\"enabled\":false"));
        tell("one");
        Blocking.await(sessions.withTransaction(session -> session.createNativeQuery(
                        "update webhook set disabled_why = null, disabled_at = null, owner = 'dead', fence = 7,"
                                + " lease_until = clock_timestamp() + interval '1 hour'")
                .executeUpdate()));

        assertThat(Blocking.await(claims.claim("other", 10, Duration.ofSeconds(30))))
                .isEmpty();
        assertThat(receiver.heard).isEmpty();
        Blocking.await(sessions.withTransaction(session -> session.createNativeQuery(
                        "update webhook set lease_until = clock_timestamp() - interval '1 second'")
                .executeUpdate()));
        untilEnded(webhook, "DELIVERED", 1);
    }

    @Test
    void anUnknownCredentialIsSaidAndNothingIsSent() throws Exception {
        String webhook = created(document(
                receiver.url(), ",\"authorization\":{\"scheme\":\"BASIC\",\"credential\":\"nobody-configured-this\"}"));
        tell("one");
        untilEnded(webhook, "FAILED", 1);

        get(WEBHOOKS + "/" + webhook + "/deliveries").body("items[0].lastFailure", equalTo("CREDENTIAL_UNKNOWN"));
        assertThat(receiver.heard).isEmpty();
    }

    private String authorizedBy(String credential) {
        return created(document(
                receiver.url(), ",\"authorization\":{\"scheme\":\"BASIC\",\"credential\":\"" + credential + "\"}"));
    }

    @Test
    void aCredentialOfNodesIsNotSentToAReceiver() throws Exception {
        String name = "platform-" + UUID.randomUUID();
        credentials.give(name, new Credential("administrator", "geheim"));
        Blocking.await(sessions.withTransaction(session -> session.createNativeQuery(
                        "insert into credential_binding (credential, hosts, source, bound_at)"
                                + " values (:name, '192.0.2.10', 'FIRST_USE', clock_timestamp())")
                .setParameter("name", name)
                .executeUpdate()));
        String webhook = authorizedBy(name);
        tell("one");
        untilEnded(webhook, "FAILED", 1);

        get(WEBHOOKS + "/" + webhook + "/deliveries").body("items[0].lastFailure", equalTo("CREDENTIAL_BOUND"));
        assertThat(receiver.heard).isEmpty();
    }

    @Test
    void aCredentialOfAReceiverIsBoundByItsFirstUse() throws Exception {
        String name = "receiver-" + UUID.randomUUID();
        credentials.give(name, new Credential("presence", "geheim"));
        String webhook = authorizedBy(name);
        tell("one");
        untilEnded(webhook, "DELIVERED", 1);

        get("/api/v1/credentials/" + name + "/binding").body("hosts", contains("127.0.0.1"));
    }
}
