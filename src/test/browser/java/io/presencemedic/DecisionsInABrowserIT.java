package io.presencemedic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.presencemedic.Chromium.PATIENCE;
import static io.presencemedic.Chromium.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two persons decide on the pages, each in a browser of his own. */
class DecisionsInABrowserIT {
    private static final Map<String, String> MISMATCH =
            Map.of("MEDIC_SIMULATOR_SCENARIO", "subcluster-mismatch", "MEDIC_SIMULATOR_TIME_FACTOR", "60");

    @TempDir
    static Path folder;

    private static PackagedService service;
    private static Chromium chromium;
    private static PageJudge judge;

    @BeforeAll
    static void start() throws IOException {
        service = new PackagedService(folder.resolve("home"), MISMATCH);
        chromium = new Chromium();
        service.awaitReady();
        judge = new PageJudge(
                chromium.loggedIn(service.address(), service.adminKey(), 1280, true),
                service.address(),
                folder.resolve("pages"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        chromium.close();
        service.close();
    }

    /** A page of a person with a key of that role. */
    private static Page person(String name, String role) throws IOException {
        return chromium.loggedIn(service.address(), makeKey(name, role), 1280, false);
    }

    private static String makeKey(String name, String role) throws IOException {
        return service.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"owner\":\"" + name + "\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static String submit(String body) throws IOException {
        return service.asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/clusters/simulated/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void a_second_person_approves_what_the_first_has_asked_for() throws IOException {
        Page operator = person("operator-on-call", "OPERATOR");
        operator.navigate("/console/clusters/simulated");
        button(operator, "Diagnose now").click();
        operator.getByText(Pattern.compile("Plan the remedy: presence-engine-subcluster-mismatch.*"))
                .first()
                .click();
        operator.getByLabel("Reason").fill("users do not log in");
        button(operator, "Run this plan").click();
        operator.getByText("A decision is needed").waitFor();
        assertThat(button(operator, "Approve: the command is sent")).hasCount(0);
        assertThat(operator).hasTitle(Pattern.compile("\\(!\\) .*"));
        judge.look(operator.url().substring(service.address().length()), "-question");
        judge.look("/console/now", "-question");
        assertThat(judge.faults()).isEmpty();

        Page approver = person("second-on-call", "APPROVER");
        approver.getByText("yours to decide").waitFor();
        Chromium.link(approver, "presence-engine-subcluster-mismatch").click();
        approver.getByLabel("Reason").fill("agreed with TAC");
        button(approver, "Approve: the command is sent").click();
        assertThat(operator.locator("#live .facts .state").first())
                .containsText("SUCCEEDED", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void a_job_is_cancelled_and_what_it_held_off_is_on_again() throws IOException {
        service.await("the cluster is free", () -> isFree());
        String job = submit("{\"runbook\":\"replication-sync-monitor-disable\",\"parameters\":{\"restoreAfter\":\"P1D\"}}");
        Page page = chromium.loggedIn(service.address(), service.adminKey(), 390, false);
        page.navigate("/console/jobs/" + job);
        page.getByText("Switched off at this moment").first().waitFor();
        page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Reason").fill("not needed any more");
        renewTheLivePart(page);
        assertThat(page.getByLabel("Reason")).isVisible();
        assertThat(page.getByLabel("Reason")).hasValue("not needed any more");
        button(page, "Cancel the job").click();
        assertThat(page.locator("#live .facts .state").first())
                .containsText("CANCELLED", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("Left switched off")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void a_wrong_key_is_refused_on_the_page_and_a_session_that_ends_is_said_in_place() throws IOException {
        Page wrong = chromium.page(service.address(), 390, false);
        wrong.navigate("/console/login");
        wrong.getByLabel("API key").fill("pm_not-a-key");
        button(wrong, "Log in").click();
        wrong.getByText("That did not work").waitFor();

        Page page = person("somebody", "VIEWER");
        String key = makeKey("somebody-again", "VIEWER");
        Page otherTab = page.context().newPage();
        otherTab.navigate("/console/jobs");
        button(otherTab, "Log out").click();
        page.getByText("Your session has ended").waitFor();
        assertThat(page.getByText("Clusters").first()).isVisible();
        otherTab.getByLabel("API key").fill(key);
        otherTab.keyboard().press("Enter");
        assertThat(page.locator("#connection")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
        assertThat(chromium.complaints()).isEmpty();
    }

    /** A page that fetches parts of itself takes the new session over; one that does not offers its form once more. */
    @Test
    void forms_that_stood_open_while_their_person_logged_in_again_still_do_their_work() throws IOException {
        service.await("the cluster is free", () -> isFree());
        String key = makeKey("twice-on-call", "OPERATOR");
        Page still = chromium.loggedIn(service.address(), key, 1280, false);
        Page moving = still.context().newPage();
        moving.navigate("/console/now");
        still.navigate("/console/clusters/simulated");
        Page otherTab = still.context().newPage();
        otherTab.navigate("/console/jobs");
        button(otherTab, "Log out").click();
        otherTab.getByLabel("API key").fill(key);
        otherTab.keyboard().press("Enter");
        otherTab.waitForURL(Pattern.compile(".*/console/now"));

        button(still, "Diagnose now").click();
        still.getByText("Nothing was done yet").waitFor();
        still.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "form-again.png")));
        button(still, "Repeat it as twice-on-call").click();
        still.waitForURL(Pattern.compile(".*/console/diagnoses/.*"));

        String token = otherTab.locator("input[name=csrf]").first().inputValue();
        assertThat(moving.locator("input[name=csrf]").first())
                .hasValue(token, new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE));
        button(moving, "Log out").click();
        moving.getByLabel("API key").waitFor();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void every_page_of_a_decision_is_valid_html() throws Exception {
        judge.look("/console/now", "");
        assertThat(judge.validator()).isBlank();
    }

    /** As an event of the job makes the page do it. */
    private static void renewTheLivePart(Page page) {
        page.waitForResponse(
                response -> response.url().endsWith("/live"),
                () -> page.evaluate("() => { const live = document.getElementById('live');"
                        + " htmx.ajax('GET', live.dataset.refresh, { target: '#live', swap: 'innerMorph' }); }"));
        page.waitForTimeout(500);
    }

    private static boolean isFree() {
        try {
            return service.asAdmin()
                    .queryParam("cluster", "simulated")
                    .get("/api/v1/jobs")
                    .jsonPath()
                    .getList("items.findAll { it.mode == 'EXECUTE' && it.finishedAt == null }")
                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
