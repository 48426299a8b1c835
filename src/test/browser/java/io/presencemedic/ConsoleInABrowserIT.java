package io.presencemedic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "60");
    private static final List<String> PAGES = List.of(
            "/console/now",
            "/console/clusters/simulated",
            "/console/jobs",
            "/console/analyse",
            "/console/evidence",
            "/console/audit",
            "/console/schedules",
            "/console/webhooks",
            "/console/keys");
    private static final double PATIENCE = 120_000;

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
        Page page = chromium.page(service.address(), width, bypassRules);
        page.navigate("/console/now");
        page.getByLabel("API key").fill(Files.readString(folder.resolve("home/admin-key")).strip());
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/console/now"));
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    @Order(1)
    void the_whole_story_of_a_stuck_subscriber_goes_on_by_itself_after_a_sigkill_in_the_middle() throws Exception {
        Page page = loggedIn(1280, false);
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("simulated"))
                .first()
                .click();
        button(page, "Diagnose now").click();
        Locator remedy = page.getByText(Pattern.compile("Plan the remedy: services-stuck-in-starting.*"))
                .first();
        remedy.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        remedy.click();
        Locator run = button(page, "Run this plan");
        run.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        page.getByLabel("Reason").fill("subscriber restarted with HA on");
        run.click();
        page.getByText("Switched off at this moment")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        service.kill();
        service.start();
        service.awaitReady();
        assertThat(page.locator("#live .facts .state").first())
                .containsText("SUCCEEDED", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    @Order(2)
    void no_page_has_a_serious_fault_for_people_who_cannot_see_or_use_a_mouse(int width) throws IOException {
        Page page = loggedIn(width, true);
        for (String address : PAGES) {
            page.navigate(address);
            List<String> serious = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .map(rule -> address + ": " + rule.getId() + " " + rule.getNodes())
                            .toList();
            assertThat(serious).isEmpty();
            int overflow = (int) page.evaluate(
                    "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).as("%s at %d px", address, width).isLessThanOrEqualTo(0);
        }
    }

    @Test
    @Order(3)
    void a_pasted_log_is_read_with_the_keyboard_alone() throws IOException {
        Page page = loggedIn(390, false);
        page.navigate("/console/analyse");
        page.locator("#log").focus();
        page.keyboard().insertText("admin:show version active\nActive Master Version: 15.0.1.10100-41\n"
                + "Active Version Installed Software Options:\nNo Installed Software Options Found.\nadmin:");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.getByText("show version active").first().waitFor();
        assertThat(chromium.complaints()).isEmpty();
    }
}
