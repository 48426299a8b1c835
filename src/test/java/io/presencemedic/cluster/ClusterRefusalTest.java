package io.presencemedic.cluster;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.cluster.EnteredDocuments.CLUSTERS;
import static io.presencemedic.cluster.EnteredDocuments.document;
import static io.presencemedic.cluster.EnteredDocuments.etag;
import static io.presencemedic.cluster.EnteredDocuments.fresh;
import static io.presencemedic.cluster.EnteredDocuments.post;
import static io.presencemedic.cluster.EnteredDocuments.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class ClusterRefusalTest {
    @Test
    void anIdIsGivenOnceAndARepeatedRequestIsAnsweredAgain() {
        String id = fresh();
        String key = fresh();
        Set<String> versions = new HashSet<>();
        for (String replayed : new String[] {null, "true"}) {
            versions.add(asAdmin()
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(document(id))
                    .post(CLUSTERS)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", equalTo(replayed))
                    .extract()
                    .header("ETag"));
        }
        assertThat(versions).containsExactly(etag(id));
        post(document(id))
                .then()
                .statusCode(409)
                .body("code", equalTo("CLUSTER_ID_TAKEN"))
                .body("errors[0].field", equalTo("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"%s\"|\"id\":null|id",
                "\"id\":\"%s\"|\"id\":\"A\"|id",
                "\"id\":\"%s\"|\"id\":\"a/../b\"|id",
                "\"id\":\"%s\"|\"id\":\"-a\"|id",
                "\"id\":\"%s\"|\"id\":\"simulated\"|id",
                "EMEA presence|a\\nb|displayName",
                "\"platform\":\"emea-platform\"|\"platform\":\"../etc\"|credentials.platform",
                "\"platform\":\"emea-platform\"|\"platform\":null|credentials.platform",
                "\"nodes\"|\"knots\"|knots",
                "\"nodes\"|\"simulated\":true,\"nodes\"|simulated",
                "\"nodes\"|\"trustedCertificates\":\"x\",\"nodes\"|trustedCertificates",
                "\"nodes\"|\"transport\":\"TELNET\",\"nodes\"|transport",
                "\"nodes\"|\"legacyAlgorithms\":\"yes\",\"nodes\"|legacyAlgorithms",
                "\"sshPort\":2222|\"sshPort\":0|nodes[0].sshPort",
                "\"sshPort\":2222|\"sshPort\":65536|nodes[0].sshPort",
                "\"sshPort\":2222|\"sshPort\":\"22\"|nodes[0].sshPort",
                "SHA256:a|MD5:a|nodes[0].hostKey",
                "imp-pub.example.com|imp_pub|nodes[1].host",
                "imp-pub.example.com|192.0.2.256|nodes[1].host",
                "imp-pub.example.com|2001:db8:::1|nodes[1].host",
                "imp-pub.example.com|a b|nodes[1].host",
                "imp-pub.example.com|a;reboot|nodes[1].host",
                "imp-pub.example.com|2001:DB8::12|nodes[2].host",
                "\"name\":\"imp-sub\"|\"name\":\"imp-pub\"|nodes[2].name",
                "IMP_SUBSCRIBER|IMP_PUBLISHER|nodes",
                "IMP_SUBSCRIBER|CUCM_PUBLISHER|nodes",
                "\"role\":\"CUCM_PUBLISHER\"|\"role\":\"CUCM_SUBSCRIBER\"|nodes",
                "IMP_SUBSCRIBER|JANITOR|nodes[2].role"
            })
    void whatIsWrongIsNamedAndNothingIsKept(String right, String wrong, String field) {
        String id = fresh();
        String what = right.formatted(id);
        assertThat(document(id)).contains(what);
        String body = document(id).replace(what, wrong);
        post(body)
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.field", hasItem(field));
        asAdmin().get(CLUSTERS + "/" + id).then().statusCode(404);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        post(document(fresh()).replace("imp-pub.example.com", "_").replace("2001:db8::12", "1.2.3"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("nodes[1].host", "nodes[2].host"));
    }

    @Test
    void theIdCannotBeChanged() {
        String id = fresh();
        post(document(id)).then().statusCode(201);
        put(id, "*", document(fresh())).then().statusCode(400).body("errors[0].field", equalTo("id"));
    }
}
