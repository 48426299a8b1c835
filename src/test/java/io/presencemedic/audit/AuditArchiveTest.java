package io.presencemedic.audit;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was exported may be removed, signed, and the chain goes on. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class AuditArchiveTest {
    private static void record() {
        asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"k-" + UUID.randomUUID() + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201);
    }

    private static List<String> export() {
        return asAdmin().get("/api/v1/audit/export").asString().lines().toList();
    }

    private static Response archive(long upTo, String hash) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"hash\":\"" + hash + "\"}")
                .put("/api/v1/audit/archives/" + upTo);
    }

    @Test
    void whatWasExportedIsSignedAndRemovedAndTheChainGoesOn() throws Exception {
        record();
        List<String> lines = export();
        JsonPath last = JsonPath.from(lines.get(lines.size() - 1));
        long upTo = last.getLong("seq");

        Response made = archive(upTo, last.getString("hash"));

        made.then()
                .statusCode(200)
                .body("from", equalTo(JsonPath.from(lines.get(0)).getInt("seq")));
        assertThat(isSigned(made.jsonPath())).isTrue();
        assertThat(export()).allMatch(line -> JsonPath.from(line).getLong("seq") > upTo);
        asAdmin()
                .get("/api/v1/audit/verification")
                .then()
                .body("intact", equalTo(true))
                .body("from", equalTo((int) upTo + 1));
        asAdmin().get("/api/v1/audit?verb=audit.archive&limit=1").then().body("items[0].after.upTo", equalTo((int)
                upTo));
        asAdmin()
                .get("/api/v1/audit/archives")
                .then()
                .body("items[0].upTo", equalTo((int) upTo))
                .body("items[0].valid", equalTo(true));
        record();
        asAdmin().get("/api/v1/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void whatWasNotExportedStays() {
        record();
        List<String> lines = export();
        long upTo = JsonPath.from(lines.get(lines.size() - 1)).getLong("seq");
        archive(upTo, "0".repeat(64)).then().statusCode(409).body("code", equalTo("AUDIT_NOT_AS_EXPORTED"));
        assertThat(export().size()).isGreaterThanOrEqualTo(lines.size());
    }

    private static boolean isSigned(JsonPath archive) throws Exception {
        String text = "presence-medic audit archive\nfrom:" + archive.getLong("from") + "\nto:"
                + archive.getLong("upTo") + "\nhash:" + archive.getString("hash") + "\nat:" + archive.getString("at")
                + "\n";
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(archive.getString("publicKey")))));
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(archive.getString("signature")));
    }
}
