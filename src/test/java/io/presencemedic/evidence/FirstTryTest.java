package io.presencemedic.evidence;

import static io.presencemedic.ServiceUnderTest.asAdmin;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import java.nio.file.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(FirstTryTest.SimulatedCluster.class)
class FirstTryTest {
    public static final class SimulatedCluster implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medic.simulator.enabled", "true",
                    "medic.simulator.scenario", "database-down",
                    "medic.simulator.time-factor", "600",
                    "medic.link.http.requests-per-minute", "100000",
                    "medic.link.ssh.quiet", "PT0.02S");
        }
    }

    @Test
    void itWorks() throws Exception {
        for (String runbook : new String[] {"evidence-network", "evidence-database", "evidence-icsa", "evidence-sync-agent"}) {
        var answer = asAdmin().contentType(ContentType.JSON).header("Prefer", "wait=25")
                .body("{\"runbook\":\"" + runbook + "\"}").post("/api/v1/clusters/simulated/jobs");
        System.out.println(answer.prettyPrint().length());
        String id = answer.path("id");
        asAdmin().accept("text/event-stream").get("/api/v1/jobs/" + id + "/events").asString();
        asAdmin().get("/api/v1/bundles/" + id + "?max-part-size=100k").prettyPrint();
        asAdmin().accept("text/plain").get("/api/v1/bundles/" + id).prettyPrint();
        byte[] zip = asAdmin().get("/api/v1/bundles/" + id + "/content").asByteArray();
        Files.write(Path.of("/tmp/" + runbook + ".zip"), zip);
        System.out.println(asAdmin().get("/api/v1/bundles/" + id + "/content?max-part-size=100k&part=1").headers());
        }
        asAdmin().get("/api/v1/clusters/simulated/bundles?limit=1").prettyPrint();
    }
}
