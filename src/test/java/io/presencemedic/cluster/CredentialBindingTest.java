package io.presencemedic.cluster;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.cluster.EnteredDocuments.etag;
import static io.presencemedic.cluster.EnteredDocuments.fresh;
import static io.presencemedic.cluster.EnteredDocuments.post;
import static io.presencemedic.cluster.EnteredDocuments.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.cluster.credential.ConfiguredCredentials;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.database.Blocking;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator does not read a password by naming its credential for a host of his own. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class CredentialBindingTest {
    private static final String PASSWORD = "planted-for-binding";

    @Inject
    Clusters clusters;

    @Inject
    CredentialSource credentials;

    @Inject
    ConfiguredCredentials configured;

    private final String name = fresh();

    @BeforeEach
    void theConfigurationHoldsACredential() {
        configured.give(name, new Credential("administrator", PASSWORD));
    }

    private String document(String cluster, String host) {
        return """
            {"id":"%s","credentials":{"platform":"%s","application":"%s"},
             "nodes":[{"name":"cucm-pub","role":"CUCM_PUBLISHER","host":"%s"}]}
            """.formatted(cluster, name, name, host);
    }

    /** Enters a cluster, and lets it use the credential if so. */
    private String entered(String host, boolean uses) {
        String id = fresh();
        post(document(id, host)).then().statusCode(201);
        assertThat(!uses || mayUse(id)).isTrue();
        return id;
    }

    private boolean mayUse(String id) {
        Cluster cluster = Blocking.await(clusters.get(id));
        return credentials.isFor(name, cluster, cluster.nodes().get(0));
    }

    private Response bind(String host, String password) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"hosts\":[\"%s\"],\"password\":\"%s\"}".formatted(host, password))
                .put("/api/v1/credentials/" + name + "/binding");
    }

    private Response newest(String outcome) {
        return asAdmin()
                .get("/api/v1/audit?verb=credential.bind&limit=200")
                .then()
                .body(
                        "items.find { it.target.contains('" + name + "') && it.outcome == '" + outcome + "' }.target",
                        containsString(name))
                .extract()
                .response();
    }

    @Test
    void theClusterThatUsesItFirstBindsIt() {
        String attackers = entered("198.51.100.66", false);
        entered("192.0.2.10", true);

        assertThat(mayUse(attackers)).isFalse();
        post(document(fresh(), "198.51.100.66"))
                .then()
                .statusCode(403)
                .body("code", equalTo("CREDENTIAL_BOUND"))
                .body("errors.field", contains("nodes[0].host"))
                .body("detail", containsString("medic.credentials.\"" + name + "\".hosts"));
        entered("192.0.2.10", true);
        newest("DONE");
    }

    @Test
    void itsClusterDoesNotMoveToAnotherHostWithIt() {
        String id = entered("192.0.2.11", true);
        put(id, etag(id), document(id, "198.51.100.66"))
                .then()
                .statusCode(403)
                .body("code", equalTo("CREDENTIAL_BOUND"));
        put(id, etag(id), document(id, "192.0.2.11")).then().statusCode(200);
    }

    @Test
    void whoKnowsThePasswordBindsItAnew() {
        String id = entered("192.0.2.12", true);
        bind("192.0.2.99", "guessed").then().statusCode(403).body("code", equalTo("CREDENTIAL_PASSWORD_WRONG"));
        newest("REFUSED");
        put(id, etag(id), document(id, "192.0.2.99")).then().statusCode(403);

        bind("192.0.2.99", PASSWORD)
                .then()
                .statusCode(200)
                .body("source", equalTo("ADMINISTRATOR"))
                .body("hosts", contains("192.0.2.99"));

        put(id, etag(id), document(id, "192.0.2.99")).then().statusCode(200);
        assertThat(mayUse(id)).isTrue();
        assertThat(newest("DONE").asString()).doesNotContain(PASSWORD);
    }

    @Test
    void thePasswordIsNotGuessed() {
        for (int i = 0; i < 5; i++) {
            bind("192.0.2.99", "guess-" + i).then().statusCode(403);
        }
        bind("192.0.2.99", PASSWORD).then().statusCode(429).body("code", equalTo("TOO_MANY_WRONG_PASSWORDS"));
    }

    @Test
    void nothingIsBoundThatNobodyHasUsed() {
        asAdmin()
                .get("/api/v1/credentials/" + name + "/binding")
                .then()
                .statusCode(404)
                .body("code", equalTo("CREDENTIAL_NOT_BOUND"));
        entered("192.0.2.13", true);
        asAdmin()
                .get("/api/v1/credentials/" + name + "/binding")
                .then()
                .statusCode(200)
                .body("source", equalTo("FIRST_USE"))
                .body("hosts", contains("192.0.2.13"));
    }

    @Test
    void aHostOfTheServicesOwnMachineOrOfACloudIsRefusedByName() {
        post(document(fresh(), "169.254.169.254"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("nodes[0].host"))
                .body("errors[0].message", containsString("169.254.169.254"))
                .body("errors[0].message", containsString("medic.cluster.special-networks"));
    }
}
