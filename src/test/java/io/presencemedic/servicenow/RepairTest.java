package io.presencemedic.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.servicenow.ScriptedService.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BesideTheService
class RepairTest {
    private static final String SICK =
            "{\"cluster\":\"emea\",\"state\":\"SUCCEEDED\",\"outcome\":\"FINDINGS\",\"undetermined\":[],\"findings\":[{\"code\":\"STUCK_IN_STARTING\",\"item\":\"D2\",\"severity\":\"CRITICAL\",\"summary\":\"Services stay STARTING.\",\"runbook\":\"services-stuck-in-starting\"}]}";
    private static final String HEALTHY =
            "{\"cluster\":\"emea\",\"state\":\"SUCCEEDED\",\"outcome\":\"HEALTHY\",\"undetermined\":[],\"findings\":[]}";

    private static final String PAGE = "<html><body>Service Unavailable</body></html>";

    private ScriptedService service;
    private Instance instance;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        instance = new Instance(Map.of("x_medic.url", service.address() + "/"));
        instance.does(
                "var repair = new MedicRepair(); var state = repair.begin('repair1', 'sys1', 'INC0012345', 'emea');");
    }

    @AfterEach
    void stop() {
        instance.close();
        service.close();
    }

    private JsonNode step() {
        return instance.value("state = repair.step(state)");
    }

    private static String job(String mode, String state, boolean changed) {
        return "{\"id\":\"j1\",\"cluster\":\"emea\",\"runbook\":\"recover\",\"mode\":\"" + mode + "\",\"state\":\""
                + state
                + "\",\"changed\":" + changed + ",\"planHash\":\"abc\",\"leftSwitchedOff\":[],\"plan\":[{\"line\":1,"
                + "\"step\":\"high-availability-disable\",\"target\":\"g\",\"outcome\":\"CHANGED\",\"why\":\"it is on\"}]}";
    }

    @Test
    void anIncidentIsDiagnosedPlannedApprovedAndRepaired() {
        service.answers(202, "{\"state\":\"RUNNING\"}")
                .answers(200, SICK)
                .answers(200, job("PLAN", "SUCCEEDED", true))
                .answers(202, job("EXECUTE", "WAITING", false))
                .answers(200, job("EXECUTE", "SUCCEEDED", true));

        assertThat(step().get("pause").asInt()).as("it has not ended yet").isPositive();
        assertThat(step().get("note").asText()).contains("STUCK_IN_STARTING").contains("Services stay STARTING.");
        JsonNode planned = step();
        assertThat(planned.get("phase").asText()).isEqualTo("APPROVE");
        assertThat(planned.get("note").asText()).contains("would change the cluster: yes");
        assertThat(step().get("phase").asText())
                .as("without an approval nothing goes on")
                .isEqualTo("APPROVE");
        assertThat(service.asked()).hasSize(3);
        instance.does("repair.approve(state, true)");
        step();
        JsonNode repaired = step();
        assertThat(repaired.get("phase").asText()).isEqualTo("DONE");
        assertThat(repaired.get("outcome").asText()).isEqualTo("SUCCEEDED");

        List<RecordedRequest> asked = service.asked();
        assertThat(asked).allSatisfy(each -> assertThat(each.prefer()).isEqualTo("wait=25"));
        assertThat(asked.get(0).key())
                .as("asking again is waiting")
                .isEqualTo(asked.get(1).key());
        assertThat(asked.get(3).key())
                .isEqualTo(asked.get(4).key())
                .isNotEqualTo(asked.get(2).key());
        assertThat(asked.get(3).body().get("planHash").asText()).isEqualTo("abc");
        assertThat(asked.get(2).body().get("mode").asText()).isEqualTo("PLAN");
    }

    @Test
    void aHealthyClusterNeedsNothing() {
        service.answers(200, HEALTHY);
        JsonNode done = step();
        assertThat(done.get("outcome").asText()).isEqualTo("HEALTHY");
        assertThat(done.get("note").asText()).contains("Nothing is wrong.");
    }

    @Test
    void whatIsDeclinedIsNotDone() {
        service.answers(200, SICK).answers(200, job("PLAN", "SUCCEEDED", true));
        step();
        step();
        assertThat(instance.value("repair.step(repair.approve(state, false))")
                        .get("outcome")
                        .asText())
                .isEqualTo("DECLINED");
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void aServiceThatIsNotThereIsAskedAgainWhenItSaysSoAndNotForEver() {
        for (int i = 0; i < 11; i++) {
            service.answers(
                    503, Map.of("Retry-After", "7"), "{\"code\":\"DATABASE_UNAVAILABLE\",\"detail\":\"later\"}");
        }
        assertThat(step().get("pause").asInt()).isEqualTo(7);
        for (int i = 0; i < 9; i++) {
            assertThat(step().get("phase").asText()).isEqualTo("DIAGNOSE");
        }
        JsonNode given = step();
        assertThat(given.get("outcome").asText()).isEqualTo("REFUSED");
        assertThat(given.get("note").asText()).contains("DATABASE_UNAVAILABLE");
    }

    @Test
    void aPageOfAGatewayIsWaitedOutInEachPhase() {
        service.answers(503, PAGE)
                .answers(200, SICK)
                .answers(502, PAGE)
                .answers(200, job("PLAN", "SUCCEEDED", true))
                .answers(504, PAGE)
                .answers(200, job("EXECUTE", "SUCCEEDED", true));
        for (String phase : List.of("DIAGNOSE", "PLAN", "REPAIR")) {
            JsonNode waiting = step();
            assertThat(waiting.get("phase").asText()).isEqualTo(phase);
            assertThat(waiting.get("pause").asInt()).isPositive();
            step();
            instance.does("repair.approve(state, true)");
        }
        assertThat(instance.value("state").get("outcome").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void aPageThatClaimsSuccessIsNotTakenForTheService() {
        service.answers(200, PAGE);
        JsonNode refused = step();
        assertThat(refused.get("outcome").asText()).isEqualTo("REFUSED");
        assertThat(refused.get("note").asText()).contains("NOT_JSON");
    }

    @Test
    void whatIsRefusedIsToldWithItsFields() {
        service.answers(
                400,
                "{\"code\":\"VALIDATION_FAILED\",\"detail\":\"Correct: ticket.\",\"errors\":[{\"field\":\"ticket\",\"message\":\"is too long\"}]}");
        JsonNode refused = step();
        assertThat(refused.get("outcome").asText()).isEqualTo("REFUSED");
        assertThat(refused.get("note").asText()).contains("VALIDATION_FAILED").contains("ticket is too long");
    }

    @Test
    void anAnswerThatAnInstanceWouldCutIsNotTakenForTheWhole() {
        service.answers(200, "{\"state\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");
        JsonNode refused = step();
        assertThat(refused.get("outcome").asText()).isEqualTo("REFUSED");
        assertThat(refused.get("note").asText()).contains("ANSWER_TOO_LARGE");
    }

    @Test
    void aNoteThatDoesNotFitIsCutAtTheEndOfALineAndSaysSo() {
        String note = instance.value("new MedicNote()._fit(new Array(300).join('a line of the plan,').split(','))")
                .asText();
        assertThat(note)
                .hasSizeLessThanOrEqualTo(4000)
                .endsWith("a line of the plan\n[cut; the whole of it is in Presence Medic]");
        assertThat(instance.value("new MedicNote()._fit([new Array(9000).join('x')])")
                        .asText())
                .hasSizeLessThanOrEqualTo(4000)
                .endsWith("Presence Medic]");
        assertThat(instance.value("new MedicNote()._fit(['[code]<script>\\u001b[31m'])")
                        .asText())
                .as("nothing that a record would show as markup")
                .isEqualTo("[ code]<script> [31m");
    }

    @Test
    void theScriptsAreES5() throws IOException {
        try (Stream<java.nio.file.Path> scripts = Files.list(Instance.SCRIPTS)) {
            for (java.nio.file.Path script : scripts.toList()) {
                assertThat(Files.readString(script))
                        .as(script.toString())
                        .doesNotContain("=>", "`")
                        .doesNotContainPattern("(?m)^\\s*(let|const|class|import|export) ");
            }
        }
    }
}
