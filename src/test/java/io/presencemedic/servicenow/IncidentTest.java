package io.presencemedic.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BesideTheService
class IncidentTest {
    private static final String SICK =
            "{\"cluster\":\"emea\",\"state\":\"SUCCEEDED\",\"outcome\":\"FINDINGS\",\"undetermined\":[],\"findings\":[{\"code\":\"DATABASE_DOWN\",\"item\":\"D4\",\"severity\":\"CRITICAL\",\"summary\":\"It is down.\"}]}";

    private ScriptedService service;
    private Instance instance;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        instance = new Instance(Map.of("x_medic.url", service.address()));
        instance.does("tables.incident = [{sys_id: 'i1', number: 'INC0012345'}];"
                + "var incident = new GlideRecord('incident'); incident.get('i1');"
                + "incident.cmdb_ci = {getDisplayValue: function () { return 'emea'; }};");
    }

    @AfterEach
    void stop() {
        instance.close();
        service.close();
    }

    private static String job(String mode) {
        return "{\"id\":\"j1\",\"cluster\":\"emea\",\"runbook\":\"recover\",\"mode\":\"" + mode
                + "\",\"state\":\"SUCCEEDED\",\"changed\":true,\"planHash\":\"abc\",\"leftSwitchedOff\":[],\"plan\":[]}";
    }

    private void steps(int seconds) {
        instance.does("new MedicIncident().steps(" + seconds + ")");
    }

    private JsonNode repair() {
        return instance.value("tables.x_medic_repair[0]");
    }

    @Test
    void anIncidentHasOneRepairAtATime() {
        assertThat(instance.value("new MedicIncident().begin(incident)").asBoolean())
                .isTrue();
        assertThat(instance.value("new MedicIncident().begin(incident)").asBoolean())
                .isFalse();
        assertThat(instance.value("tables.x_medic_repair")).hasSize(1);
    }

    @Test
    void theRepairIsToldInTheIncidentStepByStepAndWaitsForTheApproval() {
        instance.does("new MedicIncident().begin(incident)");
        service.answers(202, "{\"state\":\"RUNNING\"}").answers(200, SICK).answers(200, job("PLAN"));
        steps(1000);
        steps(1001);
        assertThat(service.asked()).as("it is not due yet").hasSize(1);
        steps(1005);
        steps(1006);
        assertThat(repair().get("phase").asText()).isEqualTo("APPROVE");
        assertThat(instance.value("tables.incident[0].notes")).hasSize(2);
        assertThat(instance.value("tables.incident[0].approval").asText()).isEqualTo("requested");
        steps(2000);
        assertThat(service.asked()).as("nothing is done without an approval").hasSize(3);

        service.answers(200, job("EXECUTE"));
        instance.does("new MedicIncident().answer('i1', true)");
        steps(2001);
        assertThat(repair().get("phase").asText()).isEqualTo("DONE");
        assertThat(repair().get("outcome").asText()).isEqualTo("SUCCEEDED");
        assertThat(repair().get("link").asText()).isEqualTo(service.address() + "/api/v1/jobs/j1");
        assertThat(instance.value("tables.incident[0].notes")).hasSize(3);
        assertThat(service.asked().get(3).body().get("planHash").asText()).isEqualTo("abc");
    }

    @Test
    void whatAFlowHasEnteredIsTakenUp() {
        instance.does(
                "tables.x_medic_repair = [{sys_id: 'r1', incident: 'i1', cluster: 'emea', phase: 'DIAGNOSE', due: '000000000000'}]");
        service.answers(200, SICK.replace("FINDINGS", "HEALTHY"));
        steps(5);
        assertThat(repair().get("outcome").asText()).isEqualTo("HEALTHY");
        assertThat(service.asked().get(0).body().get("ticket").asText()).isEqualTo("INC0012345");
        assertThat(service.asked().get(0).key()).isEqualTo("r1-diagnosis");
    }
}
