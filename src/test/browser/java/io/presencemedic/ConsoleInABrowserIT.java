package io.presencemedic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.presencemedic.Chromium.PATIENCE;
import static io.presencemedic.Chromium.button;
import static io.presencemedic.Chromium.pressByKeyboard;
import static io.presencemedic.Chromium.writeByKeyboard;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a person uses them, in Chromium, on the packaged service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleInABrowserIT {
    private static final Map<String, String> ILL_AND_FAST =
            Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "20");

    /** Every page; those of one job or diagnosis are added as the story makes them. */
    private static final List<String> PAGES = new ArrayList<>(List.of(
            "/console/login",
            "/console/now",
            "/console/clusters/simulated",
            "/console/jobs",
            "/console/analyse",
            "/console/evidence",
            "/console/schedules",
            "/console/audit",
            "/console/webhooks",
            "/console/keys",
            Chromium.NOWHERE));

    @TempDir
    static Path folder;

    private static PackagedService service;
    private static Chromium chromium;
    private static PageJudge judge;

    @BeforeAll
    static void start() throws IOException {
        service = new PackagedService(folder.resolve("home"), ILL_AND_FAST);
        chromium = new Chromium();
        service.awaitReady();
        judge = new PageJudge(loggedIn(1280, true), service.address(), folder.resolve("pages"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        chromium.close();
        service.close();
    }

    private static Page loggedIn(int width, boolean bypassRules) throws IOException {
        return chromium.loggedIn(service.address(), service.adminKey(), width, bypassRules);
    }

    @Test
    @Order(1)
    void the_whole_story_of_a_stuck_subscriber_by_keyboard_goes_on_by_itself_after_a_sigkill_in_the_middle()
            throws Exception {
        Page narrow = loggedIn(390, false);
        pressByKeyboard(narrow, "simulated");
        narrow.waitForURL(Pattern.compile(".*/console/clusters/simulated"));
        pressByKeyboard(narrow, "Diagnose now");
        narrow.getByText(Pattern.compile("Plan the remedy: services-stuck-in-starting.*"))
                .first()
                .waitFor();
        PAGES.add(path(narrow));
        pressByKeyboard(narrow, "Plan the remedy");
        button(narrow, "Run this plan").waitFor();
        PAGES.add(path(narrow));
        writeByKeyboard(narrow, "Reason", "subscriber restarted with HA on");
        pressByKeyboard(narrow, "Run this plan");
        narrow.getByText("Switched off at this moment").first().waitFor();

        String job = path(narrow);
        PAGES.addAll(List.of(job, job + "/transcripts", job + "/report"));
        Page wide = loggedIn(1280, false);
        wide.navigate(job);
        service.kill();
        for (Page each : List.of(narrow, wide)) {
            each.getByText("The connection is lost").waitFor();
        }
        service.start();
        service.awaitReady();
        judge.look(job, "-live");
        judge.look("/console/now", "-live");
        for (Page each : List.of(narrow, wide)) {
            awaitState(each, "SUCCEEDED");
            assertThat(each.locator("#connection")).isHidden();
        }
        theLogIsReadWithoutAGap(wide);
        assertThat(chromium.complaints()).isEmpty();
    }

    /** The lines that came while the page was open were counted, and are all there once they are asked for. */
    private static void theLogIsReadWithoutAGap(Page page) {
        Locator more = page.locator("#more");
        assertThat(more).hasText(Pattern.compile("\\d+ new lines"));
        more.click();
        assertThat(page.locator("#events li").last()).containsText("finished");
        List<String> numbers = page.locator("#events li > a").allTextContents();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(page.locator("#events li").allTextContents())
                .as("the process after the killed one takes it over")
                .filteredOn(line -> line.contains("claimed"))
                .hasSizeGreaterThan(1);
    }

    @Test
    @Order(2)
    void no_page_has_a_serious_fault_for_people_who_cannot_see_or_use_a_mouse() throws IOException {
        for (String path : PAGES) {
            judge.look(path, "");
        }
        assertThat(judge.faults()).isEmpty();
    }

    @Test
    @Order(3)
    void every_page_is_valid_html() throws Exception {
        assertThat(judge.validator()).isBlank();
    }

    @Test
    @Order(4)
    void no_page_wants_what_the_rules_for_contents_forbid_and_none_complains() throws IOException {
        Page page = loggedIn(1280, false);
        for (String path : PAGES) {
            page.navigate(path);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(5)
    void a_pasted_log_is_read_with_the_keyboard_alone() throws IOException {
        Page page = loggedIn(390, false);
        page.navigate("/console/analyse");
        writeByKeyboard(
                page,
                "Terminal log",
                "admin:show version active\nActive Master Version: 15.0.1.10100-41\n"
                        + "Active Version Installed Software Options:\nNo Installed Software Options Found.\nadmin:");
        pressByKeyboard(page, "Analyse");
        assertThat(page.locator("tbody code").first()).hasText("show version active");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(6)
    void a_style_inside_a_page_is_refused_and_would_be_noticed() throws IOException {
        Page page = loggedIn(1280, false);
        page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">no</p>')");
        page.waitForCondition(() -> !chromium.complaints().isEmpty());
        assertThat(chromium.complaints()).anyMatch(said -> said.contains("style-src"));
    }

    private static void awaitState(Page page, String state) {
        assertThat(page.locator("#live .facts .state").first())
                .containsText(state, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private static String path(Page page) {
        return page.url().substring(service.address().length());
    }
}
