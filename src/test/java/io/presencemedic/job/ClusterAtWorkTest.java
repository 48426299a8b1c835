package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.job.store.ClaimTestBase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** A cluster of the inventory while a job works on it, which no worker takes here. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class ClusterAtWorkTest extends ClaimTestBase {
    private static final String DOCUMENT = """
            {"id":"at-work","credentials":{"platform":"p","application":"a"},"nodes":[
            {"name":"cucm-pub","role":"CUCM_PUBLISHER","host":"192.0.2.10"},
            {"name":"imp-pub","role":"IMP_PUBLISHER","host":"192.0.2.20"}]}""";

    @Test
    void itIsNeitherReplacedNorRemoved() {
        json(DOCUMENT).post("/api/v1/clusters").then().statusCode(201);
        String job = json("{\"runbook\":\"service-start\",\"target\":{\"node\":\"imp-pub\"},"
                        + "\"parameters\":{\"service\":\"Cisco SIP Proxy\"}}")
                .post("/api/v1/clusters/at-work/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        json(DOCUMENT)
                .header("If-Match", "*")
                .put("/api/v1/clusters/at-work")
                .then()
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("code", is("CLUSTER_BUSY"))
                .body("job", is(job));
        asAdmin()
                .header("If-Match", "*")
                .delete("/api/v1/clusters/at-work")
                .then()
                .statusCode(409)
                .body("code", is("CLUSTER_BUSY"));
    }

    private static RequestSpecification json(String body) {
        return asAdmin().contentType(ContentType.JSON).body(body);
    }
}
