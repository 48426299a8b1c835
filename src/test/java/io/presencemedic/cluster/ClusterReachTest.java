package io.presencemedic.cluster;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.cluster.EnteredDocuments.CLUSTERS;
import static io.presencemedic.cluster.EnteredDocuments.FINGERPRINT;
import static io.presencemedic.cluster.EnteredDocuments.document;
import static io.presencemedic.cluster.EnteredDocuments.etag;
import static io.presencemedic.cluster.EnteredDocuments.fresh;
import static io.presencemedic.cluster.EnteredDocuments.post;
import static io.presencemedic.cluster.EnteredDocuments.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the inventory says that nodes are reached, and what they are trusted by. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ClusterReachTest {
    @Inject
    Clusters clusters;

    @ParameterizedTest
    @EnumSource
    void aTransportIsKeptAndGivenToWhoeverLinksToTheCluster(Transport transport) {
        String id = fresh();
        String with = document(id).replace("\"nodes\"", "\"transport\":\"" + transport + "\",\"nodes\"");
        post(with).then().statusCode(201).body("transport", equalTo(transport.name()));
        assertThat(Blocking.await(clusters.find(id)).orElseThrow().transport()).isEqualTo(transport);
        put(id, etag(id), document(id)).then().statusCode(200).body("transport", equalTo("SSH_WITH_SOAP"));
    }

    @Test
    void theKeyOfARebuiltNodeIsReplacedByAChangeOfTheCluster() {
        String id = fresh();
        String rebuilt = "SHA256:" + "c".repeat(43);
        post(document(id)).then().statusCode(201);
        put(id, etag(id), document(id).replace(FINGERPRINT, rebuilt))
                .then()
                .statusCode(200)
                .body("nodes[0].hostKey", equalTo(rebuilt));
        assertThat(Blocking.await(clusters.find(id))
                        .orElseThrow()
                        .node("cucm-pub")
                        .orElseThrow()
                        .hostKey())
                .isEqualTo(rebuilt);
    }

    @Test
    void theFirstHostKeyIsPinnedOnceAndIsAChange() {
        String id = fresh();
        String other = "SHA256:" + "b".repeat(43);
        String unpinned = post(document(id)).then().statusCode(201).extract().header("ETag");
        assertThat(Blocking.await(clusters.pinHostKey(id, "imp-pub", other))).isTrue();
        assertThat(Blocking.await(clusters.pinHostKey(id, "imp-pub", FINGERPRINT)))
                .isFalse();
        assertThat(Blocking.await(clusters.pinHostKey(id, "nobody", other))).isFalse();
        assertThat(Blocking.await(clusters.pinHostKey("nowhere", "imp-pub", other)))
                .isFalse();
        asAdmin()
                .get(CLUSTERS + "/" + id)
                .then()
                .header("ETag", not(unpinned))
                .body("nodes[1].hostKey", equalTo(other));
    }

    @Test
    void onlyCertificatesAreTrusted() {
        String id = fresh();
        String pem = TestCertificate.PEM.replace("\n", "\\n");
        String with = document(id).replace("\"nodes\"", "\"trustedCertificates\":\"" + pem + "\",\"nodes\"");
        post(with).then().statusCode(201).body("trustedCertificates", equalTo(TestCertificate.PEM));
        String broken = with.replace("MIIB", "MIIC");
        post(broken).then().statusCode(400).body("errors[0].message", containsString("cannot be read"));
        String key = with.replace("CERTIFICATE", "PRIVATE KEY");
        post(key).then().statusCode(400).body("errors[0].message", containsString("private key"));
    }
}
