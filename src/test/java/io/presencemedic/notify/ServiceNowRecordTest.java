package io.presencemedic.notify;

import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.created;
import static io.presencemedic.notify.WebhookFixture.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work notes on the record that a job names as its ticket. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ServiceNowRecordTest extends DeliveryTestBase {
    @Test
    void aWorkNoteGoesToTheRecordOfTheTicket() throws Exception {
        String record = "0123456789abcdef0123456789abcdef";
        receiver.then(200, "{\"result\":[{\"sys_id\":\"" + record + "\"}]}", Map.of())
                .then(200, "{}", Map.of());
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
}
