package io.presencemedic.notify;

import static io.presencemedic.notify.WebhookFixture.WEBHOOKS;
import static io.presencemedic.notify.WebhookFixture.get;
import static io.presencemedic.notify.WebhookFixture.until;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.uuid.Generators;
import io.presencemedic.database.Blocking;
import io.presencemedic.notify.event.Outbox;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A running service that tells a receiver what happens, and the receiver. */
abstract class DeliveryTestBase {
    private static final String CLUSTER = "emea";

    final ScriptedReceiver receiver = new ScriptedReceiver();

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Outbox outbox;

    @AfterEach
    void forget() {
        WebhookFixture.forgetAll(sessions);
        receiver.close();
    }

    /** A webhook for what {@link #tell} says, and for nothing that jobs of other tests have to say meanwhile. */
    static String document(String url, String more) {
        return WebhookFixture.document(url, ",\"clusters\":[\"" + CLUSTER + "\"]" + more);
    }

    String tell(String summary) {
        return tell(summary, null);
    }

    String tell(String summary, @Nullable String ticket) {
        Notification event = event(summary, ticket);
        Blocking.await(sessions.withTransaction(session -> outbox.write(session, event)));
        return event.messageId();
    }

    static Notification event(String summary, @Nullable String ticket) {
        return new NotificationBuilder()
                .id(Generators.timeBasedEpochGenerator().generate())
                .kind(EventKind.JOB_FINISHED)
                .at(Instant.parse("2030-01-31T12:00:00Z"))
                .cluster(CLUSTER)
                .ticket(ticket)
                .gravity(Gravity.CLEAR)
                .key("presence-medic:job:7")
                .subject("/api/v1/jobs/7")
                .summary(summary)
                .data(JsonNodeFactory.instance.objectNode())
                .build();
    }

    List<String> heardIds() {
        return receiver.heard.stream().map(ScriptedReceiver.RecordedRequest::id).toList();
    }

    void untilHeard(int messages) throws Exception {
        until(() -> receiver.heard.size() >= messages);
    }

    static void untilEnded(String webhook, String state, int messages) throws Exception {
        until(() -> get(WEBHOOKS + "/" + webhook + "/deliveries?state=" + state)
                        .extract()
                        .<List<?>>path("items")
                        .size()
                == messages);
    }
}
