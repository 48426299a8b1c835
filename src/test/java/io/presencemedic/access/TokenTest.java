package io.presencemedic.access;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.IssuedKey;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.access.grant.Role;
import io.presencemedic.audit.Actor;
import io.presencemedic.audit.NotedRefusals;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and the tokens of an identity provider, side by side. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class TokenTest {
    private static final String CLUSTERS = "/api/v1/clusters";

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private final String user = "u-" + UUID.randomUUID();

    private String claims(String group, Instant end) {
        return """
            {"iss":"%s","sub":"id-of-%s","preferred_username":"%s","aud":"presence-medic","groups":["%s"],
             "iat":%d,"exp":%d}
            """.formatted(issuer, user, user, group, end.minusSeconds(600).getEpochSecond(), end.getEpochSecond());
    }

    private String signed(String how, String claims) {
        return RestAssured.given().body(claims).post(issuer + how).asString();
    }

    private String token(String group) {
        return signed("/sign", claims(group, Instant.now().plusSeconds(300)));
    }

    private static RequestSpecification bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static void isRefused(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void whatAMemberMayDoFollowsFromHisGroup() {
        bearer(token("medic-operators")).get(CLUSTERS).then().statusCode(200);
        bearer(token("medic-operators")).get("/api/v1/keys").then().statusCode(403);
        bearer(token("medic-emea"))
                .get(CLUSTERS + "/apac")
                .then()
                .statusCode(404)
                .body("code", equalTo("CLUSTER_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "operator", "strangers"})
    void aGroupThatTheConfigurationDoesNotNameGivesNothing(String group) {
        bearer(token(group)).get(CLUSTERS).then().statusCode(403);
        bearer(token(group)).get("/api/v1/keys").then().statusCode(403);
    }

    @Test
    void aTokenThatHasEndedOpensNothing() {
        isRefused(bearer(signed("/sign", claims("medic-operators", Instant.now().minusSeconds(3600))))
                .get(CLUSTERS));
    }

    @Test
    void aTokenThatTheProviderDidNotSignOpensNothing() {
        isRefused(
                bearer(signed("/forge", claims("medic-operators", Instant.now().plusSeconds(300))))
                        .get(CLUSTERS));
    }

    @Test
    void aTokenForAnotherServiceOpensNothing() {
        String other = claims("medic-operators", Instant.now().plusSeconds(300)).replace("presence-medic", "other");
        isRefused(bearer(signed("/sign", other)).get(CLUSTERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "..", "pm_garbage", "pm_a.b.c"})
    void garbageOpensNothing(String text) {
        isRefused(bearer(text).get(CLUSTERS));
    }

    @Test
    void aKeyIsTakenBesideTokensAndIsNeverSentToTheProvider() {
        String key = IssuedKey.of("k", "\"role\":\"VIEWER\"");
        assertThat(key).startsWith("pm_");
        bearer(key).get(CLUSTERS).then().statusCode(200);
        as(key).get(CLUSTERS).then().statusCode(200);
        isRefused(bearer(Secret.random().value()).get(CLUSTERS));
        isRefused(as(Secret.random().value()).get(CLUSTERS));
        assertThat(RestAssured.get(issuer + "/asked").asString()).doesNotContain("pm_");
    }

    @Test
    void whoShowsAKeyAndATokenIsAskedToDecide() {
        isRefused(
                bearer(token("medic-operators")).header("X-API-Key", ADMIN_KEY).get(CLUSTERS));
    }

    @Test
    void theAuditLogNamesIssuerAndSubject() {
        NotedRefusals.record();
        bearer(token("medic-operators")).get("/api/v1/keys").then().statusCode(403);
        NotedRefusals.record();
        eventually().until(() -> asAdmin()
                .get("/api/v1/audit?verb=permission.refuse&limit=200")
                .jsonPath()
                .getList("items.findAll { it.person == '" + user + "' && it.subjectKind == 'TOKEN' }.subjectId")
                .contains(issuer + "#id-of-" + user));
    }

    @Test
    void aPersonWhoComesBackUnderAnotherIdentityIsTheSamePerson() {
        Subject token = new Subject(Actor.Kind.TOKEN, issuer + "#1", user, user, Set.of(), Role.APPROVER.grants());
        assertThat(FourEyes.isOwn(token, "id of a key", user)).isTrue();
        assertThat(FourEyes.isOwn(token, issuer + "#1", "renamed")).isTrue();
        assertThat(FourEyes.isOwn(token, "id of a key", "somebody else")).isFalse();
    }

    @Test
    void wrongTokensAreCountedAsFailedLogins() {
        isRefused(bearer("a.b.c").get(CLUSTERS));
        assertThat(asAdmin().get("/q/metrics").asString()).contains("medic_access_refused_total{code=\"BAD_TOKEN\"");
    }
}
