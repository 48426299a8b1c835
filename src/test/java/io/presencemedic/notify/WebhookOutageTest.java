package io.presencemedic.notify;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.created;
import static io.presencemedic.notify.WebhookFixture.get;
import static io.presencemedic.notify.WebhookFixture.post;
import static io.presencemedic.notify.WebhookFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of messages whose endpoint does not take them. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class WebhookOutageTest extends DeliveryTestBase {
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

        post(path + "/redeliver", "{\"since\":\"" + before + "\"}")
                .statusCode(200)
                .body("messages", equalTo(4));
        enable(path);
        untilEnded(webhook, "DELIVERED", 4);
        assertThat(heardIds().subList(9, 13)).doesNotHaveDuplicates().isSorted();
    }

    private static void enable(String path) {
        String name = get(path).extract().path("name");
        String url = get(path).extract().path("url");
        asAdmin()
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
}
