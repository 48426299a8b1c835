package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.CallerProgram.Ended;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Message;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import io.presencemedic.notify.signature.StandardSignature;
import io.presencemedic.notify.signature.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages in the hands of the libraries that receivers use; prepared by {@code src/test/integrations/install}. */
@Tag("integrations")
class WebhookJudgesIT {
    private static final Notification EVENT = new NotificationBuilder()
            .id(UUID.fromString("01900000-0000-7000-8000-000000000001"))
            .kind(EventKind.FINDING_NEW)
            .at(Instant.parse("2030-01-31T12:00:00Z"))
            .cluster("emea")
            .gravity(Gravity.MAJOR)
            .key("presence-medic:finding:emea:STUCK_IN_STARTING:imp-pub")
            .subject("/api/v1/diagnoses/01900000-0000-7000-8000-000000000002")
            .summary("New on imp-pub of emea: STUCK_IN_STARTING. Größe 3.")
            .data(JsonNodeFactory.instance.objectNode().put("finding", "STUCK_IN_STARTING"))
            .build();

    @TempDir
    static Path folder;

    /** What a receiver's library says of a message that is signed with these secrets, while it knows the last one. */
    private static Ended judged(MessageFormat format, String appended, WebhookSecret... secrets) throws Exception {
        Message message = format.message(EVENT);
        Instant now = Instant.now();
        Map<String, String> headers = Map.of(
                "content-type", message.contentType(),
                "webhook-id", EVENT.messageId(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", StandardSignature.of(List.of(secrets), EVENT.messageId(), now, message.body()));
        Path file = Files.createTempFile(folder, "sent", ".json");
        new ObjectMapper()
                .writeValue(
                        file.toFile(),
                        Map.of(
                                "secret",
                                secrets[secrets.length - 1].value(),
                                "headers",
                                headers,
                                "body",
                                new String(message.body(), StandardCharsets.UTF_8) + appended,
                                "format",
                                format.name()));
        return CallerProgram.run(
                folder, Map.of(), List.of("node", "src/test/integrations/webhooks/judge.js", file.toString()));
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageFormat.class,
            names = {"STANDARD", "CLOUDEVENTS"})
    void theirLibrariesTakeOurMessages(MessageFormat format) throws Exception {
        Ended judged = judged(format, "", WebhookSecret.random());

        assertThat(judged.status()).as(judged.complained()).isZero();
        assertThat(judged.json().path("type").asText()).endsWith("finding.new");
        assertThat(Instant.parse(judged.json().path("time").asText())).isEqualTo(EVENT.at());
    }

    @Test
    void aReceiverThatStillHasTheOldSecretTakesThemToo() throws Exception {
        assertThat(judged(MessageFormat.STANDARD, "", WebhookSecret.random(), WebhookSecret.random())
                        .status())
                .isZero();
    }

    @Test
    void aMessageThatWasChangedOnItsWayIsRefused() throws Exception {
        assertThat(judged(MessageFormat.STANDARD, " ", WebhookSecret.random()).status())
                .isNotZero();
    }
}
