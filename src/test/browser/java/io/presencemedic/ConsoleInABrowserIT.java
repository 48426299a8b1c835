package io.presencemedic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.presencemedic.Chromium.PATIENCE;
import static io.presencemedic.Chromium.button;
import static io.presencemedic.Chromium.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a person uses them, in Chromium, on the packaged service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleInABrowserIT {
    private static final Map<String, String> ILL_AND_FAST =
            Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "20");
    private static final int LARGEST_PAGE = 200 * 1024;
    private static final Path VALIDATOR = Path.of("src/test/browser/html/node_modules/vnu-jar/build/dist/vnu.jar");

    /** Every page; those of one job or diagnosis are added as the story makes them. */
    private static final List<String> PAGES = new ArrayList<>(List.of(
            "/console/now",
            "/console/clusters/simulated",
            "/console/jobs",
            "/console/analyse",
            "/console/evidence",
            "/console/schedules",
            "/console/audit",
            "/console/webhooks",
            "/console/keys",
            "/console/jobs/00000000-0000-0000-0000-000000000000"));

    @TempDir
    static Path folder;

    private static PackagedService service;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        service = new PackagedService(folder.resolve("home"), ILL_AND_FAST);
        chromium = new Chromium();
        service.awaitReady();
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
    void the_whole_story_of_a_stuck_subscriber_goes_on_by_itself_after_a_sigkill_in_the_middle() throws Exception {
        Page page = loggedIn(1280, false);
        link(page, "simulated").click();
        button(page, "Diagnose now").click();
        Locator remedy = page.getByText(Pattern.compile("Plan the remedy: services-stuck-in-starting.*"))
                .first();
        remedy.waitFor();
        PAGES.add(path(page));
        remedy.click();
        button(page, "Run this plan").waitFor();
        PAGES.add(path(page));
        picture(page, "story-plan");
        page.getByLabel("Reason").fill("subscriber restarted with HA on");
        button(page, "Run this plan").click();
        page.getByText("Switched off at this moment").first().waitFor();
        PAGES.add(path(page));
        PAGES.add(path(page) + "/transcripts");
        picture(page, "story-job-live");
        service.kill();
        page.getByText("The connection is lost").waitFor();
        service.start();
        picture(page, "story-connection-lost");
        service.awaitReady();
        assertThat(page.locator("#live .facts .state").first())
                .containsText("SUCCEEDED", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("The connection is lost")).isHidden();
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    @Order(2)
    void no_page_has_a_serious_fault_for_people_who_cannot_see_or_use_a_mouse(int width) throws IOException {
        Page page = loggedIn(width, true);
        List<String> serious = new ArrayList<>();
        for (String address : PAGES) {
            page.navigate(address);
            new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .map(rule -> address + ": " + rule.getId() + " " + rule.getNodes())
                            .forEach(serious::add);
            picture(page, address.substring(1).replaceAll("[0-9a-f-]{36}", "id").replace('/', '-') + "-" + width);
            int overflow = (int)
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).as("%s at %d px", address, width).isLessThanOrEqualTo(0);
        }
        assertThat(serious).isEmpty();
    }

    @Test
    @Order(3)
    void every_page_is_valid_html_of_less_than_200_kib() throws Exception {
        Page page = loggedIn(1280, false);
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (String address : PAGES) {
            byte[] html = page.request().get(service.address() + address).body();
            assertThat(html.length).as(address).isLessThan(LARGEST_PAGE);
            Files.write(pages.resolve(address.substring(1).replace('/', '-') + ".html"), html);
        }
        String said = InstalledTool.run(
                "Run src/test/browser/install",
                Path.of("").toAbsolutePath(),
                "java",
                "-jar",
                VALIDATOR.toString(),
                "--errors-only",
                "--stdout",
                "--exit-zero-always",
                pages.toString());
        assertThat(said).isBlank();
    }

    @Test
    @Order(4)
    void a_pasted_log_is_read_with_the_keyboard_alone() throws IOException {
        Page page = loggedIn(390, false);
        page.navigate("/console/analyse");
        page.locator("#log").focus();
        page.keyboard().insertText("admin:show version active\nActive Master Version: 15.0.1.10100-41\n"
                + "Active Version Installed Software Options:\nNo Installed Software Options Found.\nadmin:");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.getByText("show version active").last().waitFor();
        assertThat(page.locator("tbody code").first()).hasText("show version active");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Order(5)
    void a_diagnosis_is_asked_for_with_the_keyboard_alone() throws IOException {
        Page page = loggedIn(390, false);
        Chromium.pressByKeyboard(page, "simulated");
        page.waitForURL(Pattern.compile(".*/console/clusters/simulated"));
        Chromium.pressByKeyboard(page, "Diagnose now");
        page.waitForURL(Pattern.compile(".*/console/diagnoses/.*"));
        page.getByText("Back to the cluster").waitFor();
        assertThat(chromium.complaints()).isEmpty();
    }

    /** Kept under target/browser, for a person to look at. */
    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", name + ".png"))
                .setFullPage(true));
    }

    private static String path(Page page) {
        return page.url().substring(service.address().length());
    }
}
