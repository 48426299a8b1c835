package io.presencemedic.mcp;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.presencemedic.EnteredCluster;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.simulator.JournalEntry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An agent at the door: each tool, and what none of them does. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpToolsTest {
    private static final String RESTART = "utils service restart Cisco SIP Proxy";
    private static final Map<String, String> SERVICE = Map.of("service", "Cisco SIP Proxy");

    private EnteredCluster cluster;
    private String key;
    private McpSession agent;

    @BeforeEach
    void open() {
        if (agent != null) {
            return;
        }
        cluster = new EnteredCluster("healthy", false);
        key = McpSession.agentsKey();
        agent = McpSession.open(key);
    }

    @AfterAll
    void close() {
        cluster.close();
    }

    @Test
    void theToolsSayWhatTheyDoAndWhichOneIsNoLook() {
        List<Map<String, Object>> tools = agent.request("tools/list", Map.of()).getList("result.tools");
        assertThat(tools)
                .extracting(tool -> String.valueOf(tool.get("name")))
                .containsExactlyInAnyOrder(
                        "list_clusters",
                        "show_cluster",
                        "list_left_off",
                        "diagnose",
                        "latest_diagnosis",
                        "show_diagnosis",
                        "analyse_log",
                        "list_runbooks",
                        "plan_runbook",
                        "show_job",
                        "execute_plan",
                        "collect_evidence",
                        "show_evidence");
        for (Map<String, Object> tool : tools) {
            assertThat(String.valueOf(tool.get("description"))).hasSizeBetween(40, 600);
            assertThat(((Map<?, ?>) tool.get("annotations")).get("readOnlyHint"))
                    .as(String.valueOf(tool.get("name")))
                    .isEqualTo(!tool.get("name").equals("execute_plan"));
        }
    }

    @Test
    void clustersRunbooksAndWhatIsLeftOffAreShown() {
        assertThat(agent.call("list_clusters", "limit", 50).good().getList("items.id"))
                .contains(cluster.id);
        assertThat(agent.call("show_cluster", "cluster", cluster.id).good().getString("cluster.displayName"))
                .isEqualTo("Entered");
        assertThat(agent.call("list_left_off", "cluster", cluster.id).good().getList("items"))
                .isEmpty();
        assertThat(agent.call("list_left_off").good().getList("items")).isEmpty();
        JsonPath runbooks = agent.call("list_runbooks", "limit", 50).good();
        assertThat(runbooks.getList("items.name")).contains("recover", "service-restart");
        assertThat(agent.call("list_runbooks", "limit", 1).good().getString("nextCursor"))
                .isNotBlank();
    }

    @Test
    void aDiagnosisIsMadeAndShownAgain() {
        String id = agent.call("diagnose", "cluster", cluster.id, "ticket", "INC7")
                .good()
                .getString("id");
        await("show_diagnosis", "diagnosis", id, Set.of("SUCCEEDED"));
        assertThat(agent.call("latest_diagnosis", "cluster", cluster.id).good().getString("outcome"))
                .isEqualTo("HEALTHY");
        asAdmin()
                .queryParam("job", id)
                .get("/api/v1/audit")
                .then()
                .body("items.find { it.verb == 'job.submit' }.subject", startsWith("agent-"))
                .body("items.find { it.verb == 'job.submit' }.person", is("agents"));
    }

    @Test
    void aPastedLogIsRead() {
        JsonPath read = agent.call("analyse_log", "log", "admin:utils service list\nCisco SIP Proxy [STOPPED]\nadmin:")
                .good();
        assertThat(read.getList("commands.command")).contains("utils service list");
    }

    @Test
    void evidenceIsCollected() {
        String id = agent.call("collect_evidence", "cluster", cluster.id, "kind", "E-NETWORK")
                .good()
                .getString("id");
        await("show_evidence", "bundle", id, Set.of("SUCCEEDED", "FAILED"));
        agent.call("collect_evidence", "cluster", cluster.id, "kind", "E-MAIL").refused("VALIDATION_FAILED");
    }

    @Test
    void aPlanIsExecutedOnlyAfterSomebodyElseApprovedIt() {
        JsonPath plan = plan();
        String hash = plan.getString("planHash");
        agent.call("execute_plan", "plan", plan.getString("id"), "planHash", "0".repeat(64), "reason", "stuck")
                .refused("PLAN_CHANGED");
        String job = ask(plan);
        assertThat(ask(plan)).as("asked twice").isEqualTo(job);
        await("show_job", "job", job, Set.of("AWAITING_APPROVAL"));
        assertThat(changes()).doesNotContain(RESTART);

        as(key).contentType("application/json")
                .body("{\"decision\":\"APPROVE\"}")
                .post("/api/v1/jobs/" + job + "/approval")
                .then()
                .statusCode(403);
        as(key).contentType("application/json")
                .body("{\"runbook\":\"service-restart\",\"target\":{\"node\":\"imp-sub\"},"
                        + "\"parameters\":{\"service\":\"Cisco SIP Proxy\"},\"planHash\":\"" + hash + "\"}")
                .post("/api/v1/clusters/" + cluster.id + "/jobs")
                .then()
                .statusCode(403);
        answer(job, "APPROVE");
        JsonPath done = await("show_job", "job", job, Set.of("SUCCEEDED", "FAILED"));
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("SUCCEEDED");
        assertThat(changes()).contains(RESTART);
    }

    @Test
    void aDeclinedPlanDoesNothing() {
        long before = changes().size();
        String job = ask(plan());
        await("show_job", "job", job, Set.of("AWAITING_APPROVAL"));
        answer(job, "DECLINE");
        await("show_job", "job", job, Set.of("CANCELLED"));
        assertThat(changes()).hasSize((int) before);
    }

    @Test
    void aPlanThatNobodyBindsCannotAwaitAnApproval() {
        as(key).contentType("application/json")
                .body("{\"runbook\":\"recover\",\"awaitApproval\":true}")
                .post("/api/v1/clusters/" + cluster.id + "/jobs")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("planHash"));
    }

    @Test
    void whatIsRefusedIsToldWithTheApisCodes() {
        agent.call("show_cluster", "cluster", "nowhere").refused("CLUSTER_UNKNOWN");
        agent.call("show_job", "job", "1").refused("VALIDATION_FAILED");
        agent.call("show_job", "job", "0190a5c2-3c5a-7d3e-8f00-0123456789ab").refused("JOB_UNKNOWN");
        agent.call("list_clusters", "limit", 5000).refused("VALIDATION_FAILED");
        agent.call("plan_runbook", "cluster", cluster.id, "runbook", "format-disk")
                .refused("RUNBOOK_UNKNOWN");
        McpSession reader = McpSession.open(McpSession.key("{\"verbs\":[\"READ\"]}"));
        reader.call("diagnose", "cluster", cluster.id).refused("FORBIDDEN");
        reader.call("plan_runbook", "cluster", cluster.id, "runbook", "recover").refused("FORBIDDEN");
        McpSession collector =
                McpSession.open(McpSession.key("{\"verbs\":[\"DIAGNOSE\"],\"runbooks\":[\"evidence-icsa\"]}"));
        collector.call("diagnose", "cluster", cluster.id).refused("FORBIDDEN");
        collector
                .call("collect_evidence", "cluster", cluster.id, "kind", "E-NETWORK")
                .refused("FORBIDDEN");
        McpSession stranger = McpSession.open(McpSession.key("{\"verbs\":[\"READ\"],\"clusters\":[\"other-*\"]}"));
        stranger.call("show_cluster", "cluster", cluster.id).refused("CLUSTER_UNKNOWN");
        assertThat(stranger.call("list_clusters").good().getList("items")).isEmpty();
    }

    @Test
    void theDoorTakesNothingButSingleMessagesWithAKey() {
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(401);
        for (String path : List.of("/mcp/sse", "/mcp/messages/1", "/mcp/", "/mcpx")) {
            as(key).get(path).then().statusCode(404).body("code", is("NOT_FOUND"));
        }
        McpSession.message(key).body("{}").put("/mcp").then().statusCode(405).header("Allow", "GET, POST, DELETE");
        for (String body : List.of(
                "[]",
                "[{}]",
                "1",
                "nonsense",
                "{}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"diagnose\",\"arguments\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":null}")) {
            assertThat(agent.send(body).statusCode()).as(body).isEqualTo(400);
        }
    }

    private JsonPath plan() {
        String id = agent.call(
                        "plan_runbook",
                        "cluster",
                        cluster.id,
                        "runbook",
                        "service-restart",
                        "node",
                        "imp-sub",
                        "parameters",
                        SERVICE)
                .good()
                .getString("id");
        return await("show_job", "job", id, Set.of("SUCCEEDED"));
    }

    private String ask(JsonPath plan) {
        return agent.call(
                        "execute_plan",
                        "plan",
                        plan.getString("id"),
                        "planHash",
                        plan.getString("planHash"),
                        "reason",
                        "the proxy is stuck")
                .good()
                .getString("id");
    }

    private static void answer(String job, String decision) {
        asAdmin()
                .contentType("application/json")
                .body("{\"decision\":\"" + decision + "\"}")
                .post("/api/v1/jobs/" + job + "/approval")
                .then()
                .statusCode(200);
    }

    private List<String> changes() {
        return cluster.simulator.heard().stream()
                .filter(JournalEntry::changes)
                .map(JournalEntry::text)
                .toList();
    }

    private JsonPath await(String tool, String argument, String id, Set<String> states) {
        return eventually()
                .until(() -> agent.call(tool, argument, id).good(), found -> states.contains(found.getString("state")));
    }
}
