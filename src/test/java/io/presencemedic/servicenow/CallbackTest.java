package io.presencemedic.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BesideTheService
class CallbackTest {
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final long NOW = 1_900_000_000L;
    private static final String ENDED =
            "{\"type\":\"job.finished\",\"data\":{\"cluster\":\"emea\",\"ticket\":\"INC0012345\",\"summary\":\"The job ended.\",\"job\":{\"id\":\"j1\",\"runbook\":\"recover\",\"state\":\"SUCCEEDED\"}}}";

    private Instance instance;

    @BeforeEach
    void start() {
        instance = new Instance(
                Map.of("x_medic.url", "https://medic.example.com", "x_medic.webhook_secret", "whsec_" + KEY));
        instance.does("tables.task = [{number: 'INC0012345'}, {number: 'INC0000001'}];");
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    private JsonNode receive(String id, long at, String signature, String body) {
        String headers = Instance.json(
                Map.of("webhook-id", id, "webhook-timestamp", String.valueOf(at), "webhook-signature", signature));
        return instance.value("new MedicCallback().receive(" + headers + ", " + Instance.json(body) + ", " + NOW + ")");
    }

    private static String sign(String id, long at, String body) throws GeneralSecurityException {
        return "v1," + new Platform().mac(KEY, "HmacSHA256", id + "." + at + "." + body);
    }

    private JsonNode incident() {
        return instance.value("tables.task[0]");
    }

    @Test
    void aSignedMessageIsWrittenIntoItsRecordOnce() throws GeneralSecurityException {
        for (int i = 0; i < 2; i++) {
            assertThat(receive("msg_1", NOW - 10, sign("msg_1", NOW - 10, ENDED), ENDED)
                            .get("status")
                            .asInt())
                    .isEqualTo(204);
        }
        assertThat(incident().get("notes")).hasSize(1);
        assertThat(incident().at("/notes/0").asText())
                .contains("The job ended.")
                .contains("recover");
        assertThat(instance.value("tables.task[1]").has("notes")).isFalse();
    }

    @Test
    void whileASecretIsChangedEitherSignatureIsEnough() throws GeneralSecurityException {
        String both = "v1,bm90IHRoaXMgb25l " + sign("msg_2", NOW, ENDED);
        assertThat(receive("msg_2", NOW, both, ENDED).get("status").asInt()).isEqualTo(204);
        assertThat(incident().get("notes")).hasSize(1);
    }

    @Test
    void whatIsForgedChangedOrOldIsRefused() throws GeneralSecurityException {
        assertThat(receive("msg_3", NOW, "v1,AAAA", ENDED).get("status").asInt())
                .isEqualTo(401);
        assertThat(receive("msg_3", NOW, "", ENDED).get("status").asInt()).isEqualTo(401);
        assertThat(receive("msg_3", NOW, sign("msg_3", NOW, ENDED), ENDED + " ")
                        .get("status")
                        .asInt())
                .isEqualTo(401);
        assertThat(receive("msg_3", NOW - 301, sign("msg_3", NOW - 301, ENDED), ENDED)
                        .get("status")
                        .asInt())
                .isEqualTo(401);
        assertThat(incident().has("notes")).isFalse();
    }

    @Test
    void aWantedApprovalIsAnsweredInTheServiceAndTheNoteSaysSo() throws GeneralSecurityException {
        String wanted = ENDED.replace("job.finished", "job.approval-wanted");
        receive("msg_4", NOW, sign("msg_4", NOW, wanted), wanted);
        assertThat(incident().has("approval")).isFalse();
        assertThat(incident().at("/notes/0").asText()).contains("approver's key", "/api/v1/jobs/j1/approval");
    }

    @Test
    void aMessageOfNoRecordIsTakenAndWritesNothing() throws GeneralSecurityException {
        String other = ENDED.replace("INC0012345", "javascript:gs.log()");
        assertThat(receive("msg_5", NOW, sign("msg_5", NOW, other), other)
                        .get("status")
                        .asInt())
                .isEqualTo(204);
        assertThat(incident().has("notes")).isFalse();
    }

    @Test
    void withoutASecretNothingIsTaken() {
        instance.does("properties['x_medic.webhook_secret'] = '';");
        assertThat(receive("msg_6", NOW, "v1,AAAA", ENDED).get("status").asInt())
                .isEqualTo(503);
    }
}
