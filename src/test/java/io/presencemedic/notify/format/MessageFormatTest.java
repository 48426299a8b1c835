package io.presencemedic.notify.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageFormatTest {
    private static final UUID ID = UUID.fromString("01930b1e-5c1f-7f1e-9a55-0f6b3c2f1a10");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Notification event(Gravity gravity, @Nullable String ticket, String summary) {
        return new NotificationBuilder()
                .id(ID)
                .kind(EventKind.JOB_FINISHED)
                .at(Instant.parse("2030-01-31T22:05:09.120Z"))
                .cluster("emea")
                .ticket(ticket)
                .gravity(gravity)
                .key("presence-medic:job:7")
                .subject("/api/v1/jobs/7")
                .summary(summary)
                .data(JsonNodeFactory.instance.objectNode().put("extra", 1))
                .build();
    }

    private static JsonNode sent(MessageFormat format, Notification event) throws IOException {
        return JSON.readTree(format.message(event).body());
    }

    @Test
    void standardHasTypeTimeAndData() throws IOException {
        JsonNode message = sent(MessageFormat.STANDARD, event(Gravity.CLEAR, "INC1", "It ended."));

        assertThat(message.path("type").asText()).isEqualTo("job.finished");
        assertThat(message.path("timestamp").asText()).isEqualTo("2030-01-31T22:05:09.120Z");
        assertThat(message.path("data").path("cluster").asText()).isEqualTo("emea");
        assertThat(message.path("data").path("extra").asInt()).isEqualTo(1);
    }

    @Test
    void aCloudEventHasWhatTheSpecificationRequires() throws IOException {
        Notification event = event(Gravity.CLEAR, null, "It ended.");
        JsonNode message = sent(MessageFormat.CLOUDEVENTS, event);

        assertThat(MessageFormat.CLOUDEVENTS.message(event).contentType()).startsWith("application/cloudevents+json");
        assertThat(message.path("specversion").asText()).isEqualTo("1.0");
        assertThat(message.path("id").asText()).isEqualTo("msg_" + ID);
        assertThat(message.path("source").asText()).isEqualTo("/presence-medic/clusters/emea");
        assertThat(message.path("type").asText()).isEqualTo("io.presencemedic.job.finished");
        assertThat(Instant.parse(message.path("time").asText())).isEqualTo(event.at());
        assertThat(message.path("data").isObject()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CLEAR, 0, Closing",
        "CRITICAL, 1, New",
        "MAJOR, 2, New",
        "MINOR, 3, New",
        "WARNING, 4, New",
        "INFO, 5, New"
    })
    void aServiceNowEventHasItsSeverityAndEndsWhatIsOver(Gravity gravity, String severity, String state)
            throws IOException {
        JsonNode entry = sent(MessageFormat.SERVICENOW_EVENT, event(gravity, "INC0012345", "It ended."))
                .path("records")
                .path(0);

        assertThat(entry.path("severity").asText()).isEqualTo(severity);
        assertThat(entry.path("resolution_state").asText()).isEqualTo(state);
        assertThat(entry.path("message_key").asText()).isEqualTo("presence-medic:job:7");
        assertThat(entry.path("time_of_event").asText()).isEqualTo("2030-01-31 22:05:09");
        assertThat(JSON.readTree(entry.path("additional_info").asText())
                        .path("ticket")
                        .asText())
                .isEqualTo("INC0012345");
    }

    @Test
    void aWorkNoteIsNeverLongerThanServiceNowTakesAndStillNamesItsMessage() throws IOException {
        String note = sent(MessageFormat.SERVICENOW_RECORD, event(Gravity.INFO, "INC0012345", "é".repeat(9000)))
                .path("work_notes")
                .asText();

        assertThat(note.length()).isLessThanOrEqualTo(4000);
        assertThat(note).contains("msg_" + ID).contains("/api/v1/jobs/7");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "INC0012345, true",
                "CHG42, true",
                "JIRA-7, false",
                "INC1^ORactive=true, false",
                "inc1, false",
                "NULL, false"
            },
            nullValues = "NULL")
    void aRecordIsOnlyFoundByANumberOfServiceNow(@Nullable String ticket, boolean concerned) {
        assertThat(MessageFormat.SERVICENOW_RECORD.concerns(event(Gravity.INFO, ticket, "It ended.")))
                .isEqualTo(concerned);
    }

    @ParameterizedTest
    @EnumSource(MessageFormat.class)
    void theSameEventIsTheSameMessageByteForByte(MessageFormat format) {
        Notification event = event(Gravity.MAJOR, "INC0012345", "It failed.");

        assertThat(format.message(event).body()).isEqualTo(format.message(event).body());
    }

    @Test
    void aTextIsNotCutWithinACharacter() {
        assertThat(Clip.to(3, "a😀bc")).isEqualTo("a…");
        assertThat(Clip.to(5, "a😀bc")).isEqualTo("a😀bc");
    }
}
