package io.presencemedic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The system's Chromium without a window. What its console complains of is kept. */
final class Chromium implements AutoCloseable {
    /** How long a person would wait for a step of the story at most, in milliseconds. */
    static final double PATIENCE = 120_000;

    /** A page that is not there: to be told so is no fault. */
    static final String NOWHERE = "/console/jobs/00000000-0000-0000-0000-000000000000";

    private static final String VIOLATIONS = "document.addEventListener('securitypolicyviolation',"
            + " event => console.error('CSP ' + event.violatedDirective + ' ' + event.blockedURI))";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(ARGUMENTS));
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** A page of that width in a profile of its own; rules for contents are kept unless a judge has to be put in. */
    Page page(String address, int width, boolean bypassRules) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, 900)
                .setBypassCSP(bypassRules));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        context.addInitScript(VIOLATIONS);
        context.onPage(this::listen);
        return context.newPage();
    }

    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** The first page of a person who logs in with a key, by the keyboard alone. */
    Page loggedIn(String address, String key, int width, boolean bypassRules) {
        Page page = page(address, width, bypassRules);
        page.navigate("/console/now");
        page.getByLabel("API key").press("Control+A");
        page.keyboard().insertText(key);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/console/now"));
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /** Goes with the Tab key to what bears this text and presses Enter there; the mouse is not used. */
    static void pressByKeyboard(Page page, String text) {
        tabTo(page, text, "() => document.activeElement.textContent");
        page.keyboard().press("Enter");
    }

    /** Goes with the Tab key to the field of this label and writes into it. */
    static void writeByKeyboard(Page page, String label, String text) {
        tabTo(page, label, "() => document.activeElement.labels?.[0]?.textContent");
        page.keyboard().insertText(text);
    }

    private static void tabTo(Page page, String text, String naming) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if (String.valueOf(page.evaluate(naming)).strip().startsWith(text)) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to: " + text);
    }

    /**
     * What was complained of, violated rules for contents among it, but for addresses that did not answer while the
     * service was away, the page that is not there, a key that is refused, and a form of an earlier session.
     */
    List<String> complaints() {
        return complaints.stream()
                .filter(text -> !text.contains("net::ERR_") && !text.contains("status of 503"))
                .filter(text -> !text.contains(NOWHERE))
                .filter(text -> !(text.contains("status of 401") && text.contains("/console/login")))
                .filter(text -> !(text.contains("status of 403") && text.contains("/console/clusters/simulated/diagnoses")))
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
