package io.presencemedic.cluster;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.cluster.EnteredDocuments.CLUSTERS;
import static io.presencemedic.cluster.EnteredDocuments.FINGERPRINT;
import static io.presencemedic.cluster.EnteredDocuments.document;
import static io.presencemedic.cluster.EnteredDocuments.etag;
import static io.presencemedic.cluster.EnteredDocuments.fresh;
import static io.presencemedic.cluster.EnteredDocuments.post;
import static io.presencemedic.cluster.EnteredDocuments.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ClusterResourceTest {
    @Inject
    Clusters clusters;

    @Test
    void aClusterIsReadAsItWasWrittenWithDefaultsFilledIn() {
        String id = fresh();
        Response made = post(document(id));
        made.then()
                .statusCode(201)
                .header("Location", CLUSTERS + "/" + id)
                .header("ETag", matchesPattern("\"[\\x21-\\x7e]+\""));
        Response read = asAdmin().get(CLUSTERS + "/" + id);
        read.then()
                .statusCode(200)
                .header("ETag", made.header("ETag"))
                .body("displayName", equalTo("EMEA presence"))
                .body("credentials.application", equalTo("emea-axl"))
                .body("transport", equalTo("SSH_WITH_SOAP"))
                .body("legacyAlgorithms", equalTo(false))
                .body("simulated", equalTo(false))
                .body("trustedCertificates", nullValue())
                .body("nodes.name", equalTo(List.of("cucm-pub", "imp-pub", "imp-sub")))
                .body("nodes.sshPort", equalTo(List.of(2222, 22, 22)))
                .body("nodes.httpsPort", equalTo(List.of(8443, 8443, 443)))
                .body("nodes[0].hostKey", equalTo(FINGERPRINT))
                .body("nodes[1].hostKey", nullValue());
        assertThat(read.asString()).isEqualTo(made.asString());
    }

    @Test
    void whatIsReadCanBeWrittenBack() {
        String id = fresh();
        post(document(id)).then().statusCode(201);
        String read = asAdmin().get(CLUSTERS + "/" + id).asString();
        put(id, etag(id), read).then().statusCode(200);
        assertThat(asAdmin().get(CLUSTERS + "/" + id).asString()).isEqualTo(read);
    }

    @Test
    void nodesMayChangePlaces() {
        String id = fresh();
        post(document(id)).then().statusCode(201);
        String changed = document(id)
                .replace("imp-pub\"", "x\"")
                .replace("imp-sub\"", "imp-pub\"")
                .replace("x\"", "imp-sub\"");
        put(id, etag(id), changed).then().statusCode(200);
        asAdmin()
                .get(CLUSTERS + "/" + id)
                .then()
                .body("nodes.name", equalTo(List.of("cucm-pub", "imp-sub", "imp-pub")));
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        String id = fresh();
        post(document(id)).then().statusCode(201);
        asAdmin()
                .contentType("application/json")
                .body(document(id))
                .put(CLUSTERS + "/" + id)
                .then()
                .statusCode(428)
                .body("code", equalTo("PRECONDITION_REQUIRED"));
        asAdmin().delete(CLUSTERS + "/" + id).then().statusCode(428);
        String renamed = document(id).replace("EMEA presence", "Renamed");
        String seen = etag(id);
        put(id, seen, renamed).then().statusCode(200).header("ETag", not(seen)).body("displayName", equalTo("Renamed"));
        put(id, seen, renamed).then().statusCode(412).body("code", equalTo("PRECONDITION_FAILED"));
        asAdmin().header("If-Match", seen).delete(CLUSTERS + "/" + id).then().statusCode(412);
        asAdmin().header("If-Match", "*").delete(CLUSTERS + "/" + id).then().statusCode(204);
        asAdmin().get(CLUSTERS + "/" + id).then().statusCode(404).body("code", equalTo("CLUSTER_UNKNOWN"));
        asAdmin().header("If-Match", "*").delete(CLUSTERS + "/" + id).then().statusCode(404);
        put(id, "*", document(id)).then().statusCode(404);
    }

    @Test
    void aClusterThatIsEnteredAnewIsNotTheOneThatWasSeen() {
        String id = fresh();
        String seen = post(document(id)).then().statusCode(201).extract().header("ETag");
        asAdmin().header("If-Match", seen).delete(CLUSTERS + "/" + id).then().statusCode(204);
        post(document(id)).then().statusCode(201);

        put(id, seen, document(id)).then().statusCode(412);
        asAdmin().header("If-Match", seen).delete(CLUSTERS + "/" + id).then().statusCode(412);
        asAdmin().get(CLUSTERS + "/" + id).then().statusCode(200);
    }

    @Test
    void theListIsOrderedAndContinued() {
        String prefix = "z" + UUID.randomUUID();
        for (String end : new String[] {"b", "a", "c"}) {
            post(document(prefix + end)).then().statusCode(201);
        }
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(prefix.getBytes(StandardCharsets.UTF_8));
        String next = asAdmin()
                .get(CLUSTERS + "?limit=2&cursor=" + cursor)
                .then()
                .body("items.id", equalTo(List.of(prefix + "a", prefix + "b")))
                .body("items[0].nodes.size()", equalTo(3))
                .extract()
                .path("nextCursor");
        asAdmin().get(CLUSTERS + "?limit=2&cursor=" + next).then().body("items[0].id", equalTo(prefix + "c"));
    }

    @Test
    void aViewerReadsAndChangesNothing() {
        String key = asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"" + fresh() + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .path("key");
        as(key).get(CLUSTERS).then().statusCode(200);
        as(key).contentType("application/json")
                .body(document(fresh()))
                .post(CLUSTERS)
                .then()
                .statusCode(403);
        as(key).header("If-Match", "*").delete(CLUSTERS + "/x").then().statusCode(403);
    }

    @Test
    void theSimulatedClusterDoesNotMixWithOthers() {
        post(document(fresh())).then().statusCode(201);
        Cluster simulated = Blocking.await(clusters.get(firstId()));
        assertThat(Blocking.await(clusters.putSimulated(simulated))).isFalse();
    }

    private static String firstId() {
        return asAdmin().get(CLUSTERS + "?limit=1").path("items[0].id");
    }
}
