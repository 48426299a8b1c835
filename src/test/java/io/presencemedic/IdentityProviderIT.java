package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services with tokens, and people at the pages, of an identity provider that others wrote. */
@Tag("integrations")
class IdentityProviderIT {
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private static final Pattern ELSEWHERE = Pattern.compile("<a href=\"([^\"]+)\">Sign out at Example");
    private static final Pattern XSRF = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static IdentityProvider provider;
    private static PackagedService service;

    @BeforeAll
    static void start() throws IOException {
        provider = new IdentityProvider();
        Path settings = provider.settings(folder);
        service = new PackagedService(folder.resolve("home"), Map.of("QUARKUS_CONFIG_LOCATIONS", settings.toString()));
        service.awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
        provider.close();
    }

    private static Response asked(String token) {
        return RestAssured.given()
                .port(service.port())
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/clusters");
    }

    private static String page(String path) {
        return "http://localhost:" + service.port() + path;
    }

    @Test
    void aServiceOfAKnownGroupIsLetInWithItsToken() {
        asked(provider.token("snow", "urn:presence-medic")).then().statusCode(200);
    }

    @Test
    void aServiceOfAnotherGroupMayNothing() {
        asked(provider.token("stranger", "urn:presence-medic")).then().statusCode(403);
    }

    @Test
    void aTokenForAnotherServiceOpensNothing() {
        asked(provider.token("snow", "urn:other")).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void aTokenThatHasEndedOpensNothing() {
        String token = provider.token("snow", "urn:short");
        service.await("the token has ended", () -> asked(token).statusCode() == 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void garbageOpensNothing(String text) {
        asked(text).then().statusCode(401);
    }

    @Test
    void whoShowsAKeyAndATokenIsAskedToDecide() throws IOException {
        RestAssured.given()
                .port(service.port())
                .header("X-API-Key", service.adminKey())
                .header("Authorization", "Bearer " + provider.token("snow", "urn:presence-medic"))
                .get("/api/v1/clusters")
                .then()
                .statusCode(401);
        RestAssured.given()
                .port(service.port())
                .header("X-API-Key", service.adminKey())
                .get("/api/v1/clusters")
                .then()
                .statusCode(200);
    }

    @Test
    void aPersonSignsInToThePagesAndOutAgain() throws Exception {
        PersonAtBrowser olga = new PersonAtBrowser();
        assertThat(olga.get(page("/console/login")).body()).contains("Sign in with Example");

        HttpResponse<String> signedIn = olga.signIn(page("/console/sign-in"), "olga");

        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
        assertThat(signedIn.body()).contains("You are signed in");
        assertThat(olga.cookies())
                .as("our session alone is left of the sign-in")
                .extracting(HttpCookie::getName)
                .contains("medic_session")
                .noneMatch(name -> name.startsWith("q_session"));
        HttpResponse<String> now = olga.get(page("/console/now"));
        assertThat(now.statusCode()).isEqualTo(200);
        assertThat(now.body()).contains("<span class=\"name\">olga</span>");
        assertThat(olga.get(page("/console/keys")).statusCode()).isEqualTo(403);
        assertThat(olga.post(page("/console/logout"), Map.of("csrf", "made up")).statusCode())
                .isEqualTo(403);

        String analyse = olga.get(page("/console/analyse")).body();
        String signedOut = olga.post(page("/console/logout"), Map.of("csrf", PersonAtBrowser.group(CSRF, analyse)))
                .body();

        assertThat(olga.get(page("/console/now")).statusCode()).isEqualTo(303);
        String there = PersonAtBrowser.group(ELSEWHERE, signedOut).replace("&amp;", "&");
        assertThat(there).startsWith(provider.url() + "/session/end?client_id=presence-medic-console");
        String asked = olga.get(there).body();
        HttpResponse<String> ended = olga.post(
                provider.url() + "/session/end/confirm",
                Map.of("xsrf", PersonAtBrowser.group(XSRF, asked), "logout", "yes"));
        assertThat(ended.statusCode()).as(ended.body()).isIn(302, 303);
        assertThat(olga.get(page("/console/sign-in")).statusCode()).isEqualTo(302);
        assertThat(olga.signIn(page("/console/sign-in"), "igor").statusCode())
                .as("the provider asks who it is and remembers nobody")
                .isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInByTheProviderIsToldSo() throws Exception {
        PersonAtBrowser nobody = new PersonAtBrowser();
        String sent = nobody.get(page("/console/sign-in"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String state = PersonAtBrowser.group(STATE, sent);
        HttpResponse<String> answer = nobody.get(page("/console/sign-in?error=access_denied&state=" + state));
        assertThat(answer.statusCode()).as(service.log()).isEqualTo(401);
        assertThat(answer.body()).contains("did not sign you in");
    }

    @Test
    void aPersonOfNoKnownGroupGetsNoSession() throws Exception {
        PersonAtBrowser stranger = new PersonAtBrowser();
        HttpResponse<String> answer = stranger.signIn(page("/console/sign-in"), "igor");
        assertThat(answer.statusCode()).as(service.log()).isEqualTo(403);
        assertThat(stranger.cookies()).extracting(HttpCookie::getName).doesNotContain("medic_session");
    }

    @Test
    void whatLooksLikeAnAnswerOfTheProviderOpensNothing() throws Exception {
        HttpResponse<String> answer = new PersonAtBrowser().get(page("/console/sign-in?code=made-up&state=made-up"));
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("medic_session"));
    }
}
