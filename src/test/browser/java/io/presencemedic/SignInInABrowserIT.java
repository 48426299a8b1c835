package io.presencemedic;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person signs in at an identity provider, which is another site to the browser: the provider is {@code localhost}, the
 * service {@code 127.0.0.1}.
 */
class SignInInABrowserIT {
    @TempDir
    Path folder;

    @Test
    void whoSignsInAtTheProviderIsLedBackToThePagesAndOutAgain() throws Exception {
        try (IdentityProvider provider = new IdentityProvider();
                PackagedService service = new PackagedService(
                        folder.resolve("home"),
                        Map.of(
                                "QUARKUS_CONFIG_LOCATIONS",
                                provider.settings(folder).toString()));
                Chromium chromium = new Chromium()) {
            service.awaitReady();
            Page page = chromium.page(service.address(), 390, false);
            // The provider's own page asks for letters from elsewhere.
            page.context().route(Pattern.compile("https?://[^/]*googleapis.com/.*"), Route::abort);
            page.navigate("/console/login");
            take(page, "sign-in");
            Chromium.link(page, "Sign in with Example").click();

            page.locator("input[name=login]").fill("olga");
            page.locator("input[name=password]").fill("any");
            page.keyboard().press("Enter");
            Chromium.button(page, "Continue").click();

            page.waitForURL(Pattern.compile(Pattern.quote(service.address()) + "/console/now"));
            assertThat(page.locator("header .name")).hasText("olga");
            take(page, "signed-in");
            assertThat(page.context().cookies(service.address() + "/console"))
                    .extracting(cookie -> cookie.name)
                    .containsExactly("medic_session");
            assertThat(chromium.complaints())
                    .filteredOn(text -> !text.contains(provider.url()))
                    .isEmpty();

            Chromium.button(page, "Log out").click();
            page.waitForURL(Pattern.compile(Pattern.quote(provider.url()) + "/session/end\\?.*"));
            Chromium.button(page, "Yes, sign me out").click();
            page.waitForURL(Pattern.compile(Pattern.quote(provider.url()) + "/session/end/success.*"));
            page.navigate(service.address() + "/console/now");
            page.getByLabel("API key").waitFor();
        }
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }
}
