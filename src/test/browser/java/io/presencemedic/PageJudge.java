package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at pages as they are at this moment: with axe-core, wide and light as well as narrow and dark; for what does
 * not fit; for their size; and in the end with the validator of HTML.
 */
final class PageJudge {
    /** What A4 is wide between its margins, in pixels. */
    private static final int PAPER = 718;

    private static final String BEYOND_THE_EDGE = "() => [...document.querySelectorAll('main *')].filter(each =>"
            + " each.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length";

    private static final int LARGEST_PAGE = 200 * 1024;
    private static final List<String> GRAVE = List.of("serious", "critical");
    private static final Path VALIDATOR = Path.of("src/test/browser/html/node_modules/vnu-jar/build/dist/vnu.jar");

    private final Page page;
    private final String address;
    private final Path kept;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param page of somebody who is logged in, with rules for contents bypassed: axe-core is put into the page
     * @param address of the service
     * @param kept folder for the pages as they were sent
     */
    PageJudge(Page page, String address, Path kept) throws IOException {
        this.page = page;
        this.address = address;
        this.kept = Files.createDirectories(kept);
    }

    /** Judges the page at that path; its state is part of the name of what is kept. */
    void look(String path, String state) throws IOException {
        String name = path.substring(1).replaceAll("[0-9a-f-]{36}", "id").replace('/', '-') + state;
        byte[] html = page.request().get(address + path).body();
        assertThat(html.length).as(path).isBetween(1, LARGEST_PAGE);
        Files.write(kept.resolve(name + ".html"), html);
        page.navigate(path);
        judge(name, 1280, ColorScheme.LIGHT);
        judge(name, 390, ColorScheme.DARK);
        paper(name);
    }

    /** On paper nothing can be scrolled to: all has to stand between its edges. */
    private void paper(String name) {
        page.setViewportSize(PAPER, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setMedia(Media.PRINT));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", name + "-paper.png"))
                .setFullPage(true));
        Object cut = page.evaluate(BEYOND_THE_EDGE);
        if ((int) cut > 0) {
            faults.add(name + " on paper: " + cut + " things are cut off");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void judge(String name, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> name + " at " + width + ": " + rule.getId() + " " + rule.getNodes())
                        .forEach(faults::add);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", name + "-" + width + ".png"))
                .setFullPage(true));
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if ((int) overflow > 0) {
            faults.add(name + " at " + width + ": " + overflow + " px wider than the window");
        }
    }

    /** What was found on all pages so far. */
    List<String> faults() {
        return faults;
    }

    /** What the validator says of all pages so far. */
    String validator() throws IOException, InterruptedException {
        return InstalledTool.run(
                "Run src/test/browser/install",
                Path.of("").toAbsolutePath(),
                "java",
                "-jar",
                VALIDATOR.toString(),
                "--errors-only",
                "--stdout",
                "--exit-zero-always",
                kept.toString());
    }
}
