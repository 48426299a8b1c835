package io.presencemedic.notify;

import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.create;
import static io.presencemedic.notify.WebhookFixture.created;
import static io.presencemedic.notify.WebhookFixture.document;
import static io.presencemedic.notify.WebhookFixture.get;
import static io.presencemedic.notify.WebhookFixture.post;
import static io.presencemedic.notify.WebhookFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.uuid.Generators;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class WebhookDeliveryTest {
    private final ScriptedReceiver receiver = new ScriptedReceiver();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Outbox outbox;

    @Inject
    DeliveryClaims claims;

    @AfterEach
    void forget() {
        WebhookFixture.forgetAll(sessions);
        receiver.close();
    }

    private String tell(String summary) {
        return tell(summary, null);
    }

    private String tell(String summary, @Nullable String ticket) {
        Notification event = event(summary, ticket);
        Blocking.await(sessions.withTransaction(session -> outbox.write(session, event)));
        return event.messageId();
    }

    private static Notification event(String summary, @Nullable String ticket) {
        return new Notification(
                Generators.timeBasedEpochGenerator().generate(),
                EventKind.JOB_FINISHED,
                Instant.parse("2030-01-31T12:00:00Z"),
                "emea",
                ticket,
                Gravity.CLEAR,
                "presence-medic:job:7",
                "/api/v1/jobs/7",
                summary,
                JsonNodeFactory.instance.objectNode());
    }

    private List<String> heardIds() {
        return receiver.heard.stream().map(ScriptedReceiver.Heard::id).toList();
    }

    private void untilHeard(int messages) throws Exception {
        until(() -> receiver.heard.size() >= messages);
    }

    private static void untilEnded(String webhook, String state, int messages) throws Exception {
        until(() -> get(WEBHOOKS + "/" + webhook + "/deliveries?state=" + state)
                        .extract()
                        .<List<?>>path("items")
                        .size()
                == messages);
    }

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

        ScriptedReceiver.Heard heard = receiver.heard.get(0);
        assertThat(new StandardReceiver(made.path("secret")).accepts(heard)).isTrue();
        assertThat(heard.headers().get("x-hub-signature-256")).matches("[0-9a-f]{64}");
        assertThat(heard.body()).contains("\"type\":\"ping\"");
        untilEnded(made.path("id"), "DELIVERED", 1);
        get(fate).body("state", equalTo("DELIVERED"))
                .body("lastStatus", equalTo(204))
                .body("attempts", equalTo(1))
                .body("messageId", equalTo(heard.id()));
    }

    @Test
    void whileASecretIsReplacedBothSign() throws Exception {
        var made = create(document(receiver.url(), "")).extract();
        String path = WEBHOOKS + "/" + made.path("id");
        String fresh = post(path + "/secret", "{\"overlap\":\"PT1H\"}").extract().path("secret");
        post(path + "/ping", "").statusCode(202);
        untilHeard(1);

        assertThat(new StandardReceiver(made.path("secret")).accepts(receiver.heard.get(0))).isTrue();
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
    void anEndpointThatHangsKeepsNobodyElseWaiting() throws Exception {
        receiver.thenHang();
        created(document(receiver.url(), ""));
        try (ScriptedReceiver other = new ScriptedReceiver()) {
            created(document(other.url(), ""));
            String id = tell("one");
            until(() -> !other.heard.isEmpty());

            assertThat(other.heard.get(0).id()).isEqualTo(id);
            assertThat(receiver.heard).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingMore() throws Exception {
        receiver.then(410);
        String webhook = created(document(receiver.url(), ""));
        tell("one");
        untilEnded(webhook, "FAILED", 1);
        tell("two");

        get(WEBHOOKS + "/" + webhook)
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("GONE"))
                .body("pending", equalTo(1));
        assertThat(receiver.heard).hasSize(1);
    }

    @Test
    void tooManyMessagesGivenUpInARowDisableLoudlyAndNothingIsLost() throws Exception {
        for (int i = 0; i < 9; i++) {
            receiver.then(503);
        }
        String webhook = created(document(receiver.url(), ""));
        String path = WEBHOOKS + "/" + webhook;
        Instant before = Instant.now().minusSeconds(60);
        for (String text : List.of("one", "two", "three", "four")) {
            tell(text);
        }
        until(() -> "FAILURES".equals(get(path).extract().path("disabledReason")));
        get(path).body("disabledAt", notNullValue()).body("pending", equalTo(1));
        assertThat(receiver.heard).hasSize(9);

        post(path + "/redeliver", "{\"since\":\"" + before + "\"}").statusCode(200).body("messages", equalTo(4));
        enable(path);
        untilEnded(webhook, "DELIVERED", 4);
        assertThat(heardIds().subList(9, 13)).doesNotHaveDuplicates().isSorted();
    }

    private static void enable(String path) {
        String name = get(path).extract().path("name");
        String url = get(path).extract().path("url");
        io.presencemedic.ServiceUnderTest.asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"url\":\"" + url + "\",\"events\":[\"JOB_FINISHED\"]}")
                .put(path)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true));
    }

    @Test
    void oneMessageIsSentAgainUnderItsOldId() throws Exception {
        String webhook = created(document(receiver.url(), ""));
        String id = tell("one");
        untilEnded(webhook, "DELIVERED", 1);
        String deliveries = WEBHOOKS + "/" + webhook + "/deliveries";
        String delivery = get(deliveries).extract().path("items[0].id");

        post(deliveries + "/" + delivery + "/redeliver", "").statusCode(200).body("state", equalTo("PENDING"));
        untilHeard(2);
        assertThat(heardIds()).containsExactly(id, id);
        post(deliveries + "/" + UUID.randomUUID() + "/redeliver", "")
                .statusCode(404)
                .body("code", equalTo("DELIVERY_UNKNOWN"));
    }

    @Test
    void anEndpointIsToldOnlyWhatItAskedForAboutItsClusters() throws Exception {
        String other = created(document(receiver.url(), ",\"clusters\":[\"apac\"]"));
        String webhook = created(document(receiver.url(), ",\"clusters\":[\"emea\"]"));
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

        assertThat(Blocking.await(claims.claim("other", 10, Duration.ofSeconds(30)))).isEmpty();
        assertThat(receiver.heard).isEmpty();
        Blocking.await(sessions.withTransaction(session -> session.createNativeQuery(
                        "update webhook set lease_until = clock_timestamp() - interval '1 second'")
                .executeUpdate()));
        untilEnded(webhook, "DELIVERED", 1);
    }

    @Test
    void aWorkNoteGoesToTheRecordOfTheTicket() throws Exception {
        String record = "0123456789abcdef0123456789abcdef";
        receiver.then(200, "{\"result\":[{\"sys_id\":\"" + record + "\"}]}", Map.of()).then(200, "{}", Map.of());
        String webhook = created(document(receiver.url(), ",\"format\":\"SERVICENOW_RECORD\""));
        tell("No ticket, nothing to note");
        tell("The cluster is well.", "INC0012345");
        untilEnded(webhook, "DELIVERED", 1);

        assertThat(receiver.heard).hasSize(2);
        assertThat(receiver.heard.get(0).method()).isEqualTo("GET");
        assertThat(receiver.heard.get(0).target())
                .isEqualTo("/hook?sysparm_query=number%3DINC0012345&sysparm_fields=sys_id&sysparm_limit=1");
        assertThat(receiver.heard.get(1).method()).isEqualTo("PATCH");
        assertThat(receiver.heard.get(1).target()).isEqualTo("/hook/" + record);
        assertThat(receiver.heard.get(1).body()).contains("The cluster is well.");
    }

    @Test
    void aTicketThatServiceNowDoesNotKnowHoldsNothingUp() throws Exception {
        receiver.then(200, "{\"result\":[]}", Map.of())
                .then(200, "{\"result\":[{\"sys_id\":\"0123456789abcdef0123456789abcdef\"}]}", Map.of());
        String webhook = created(document(receiver.url(), ",\"format\":\"SERVICENOW_RECORD\""));
        tell("one", "INC1");
        tell("two", "INC2");
        untilEnded(webhook, "DELIVERED", 1);

        get(WEBHOOKS + "/" + webhook + "/deliveries?state=FAILED")
                .body("items[0].lastFailure", equalTo("RECORD_UNKNOWN"));
    }

    @Test
    void anUnknownCredentialIsSaidAndNothingIsSent() throws Exception {
        String webhook = created(document(
                receiver.url(), ",\"authorization\":{\"scheme\":\"BASIC\",\"credential\":\"nobody-configured-this\"}"));
        tell("one");
        untilEnded(webhook, "FAILED", 1);

        get(WEBHOOKS + "/" + webhook + "/deliveries")
                .body("items[0].lastFailure", equalTo("CREDENTIAL_UNKNOWN"));
        assertThat(receiver.heard).isEmpty();
    }
}
