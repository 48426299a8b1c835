package io.presencemedic;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes pictures of each page in each state, to be looked at: {@code ConsoleScreenshots FOLDER}. */
final class ConsoleScreenshots {
    private static final double PATIENCE = 180_000;
    private static final List<String> PAGES =
            List.of("now", "clusters/simulated", "jobs", "evidence", "schedules", "audit", "webhooks", "keys");

    private final PackagedService service;
    private final Path pictures;
    private final Page page;

    private ConsoleScreenshots(PackagedService service, Path pictures, Page page) {
        this.service = service;
        this.pictures = pictures;
        this.page = page;
    }

    public static void main(String[] arguments) throws Exception {
        Path pictures = Files.createDirectories(Path.of(arguments[0]));
        of("stuck-in-starting", pictures, ConsoleScreenshots::all);
        of("subcluster-mismatch", pictures, ConsoleScreenshots::decision);
    }

    /** What is taken of one scenario. */
    private interface Story {
        void take(ConsoleScreenshots pictures) throws IOException;
    }

    private static void of(String scenario, Path pictures, Story story) throws Exception {
        Map<String, String> settings =
                Map.of("MEDIC_SIMULATOR_SCENARIO", scenario, "MEDIC_SIMULATOR_TIME_FACTOR", "20");
        Path home = Files.createTempDirectory("medic-pictures");
        try (PackagedService service = new PackagedService(home, settings);
                Chromium chromium = new Chromium()) {
            service.awaitReady();
            story.take(new ConsoleScreenshots(service, pictures, chromium.page(service.address(), 1280, false)));
            chromium.complaints().forEach(System.out::println);
        }
    }

    private void logIn() throws IOException {
        page.navigate("/console/now");
        take("login");
        page.getByLabel("API key").fill(service.adminKey());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/console/now"));
    }

    /** A question that waits for another person, and a job that is cancelled. */
    private void decision() throws IOException {
        logIn();
        String id = service.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"runbook\":\"presence-engine-subcluster-mismatch\",\"reason\":\"Users do not log in\"}")
                .post("/api/v1/clusters/simulated/jobs")
                .path("id");
        page.navigate("/console/jobs/" + id);
        page.getByText("A decision is needed").waitFor();
        take("job-question");
        page.navigate("/console/now");
        take("now-question");
        page.navigate("/console/jobs/" + id);
        page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Reason").fill("Not tonight");
        take("job-cancel-form");
        button("Cancel the job").click();
        page.locator("#live .facts .state", new Page.LocatorOptions().setHasText("CANCELLED"))
                .waitFor();
        take("job-cancelled");
    }

    private void all() throws IOException {
        logIn();
        take("now-calm");
        page.navigate("/console/clusters/simulated");
        take("cluster-unknown");
        button("Diagnose now").click();
        take("diagnosis-running");
        Locator remedy = page.getByText(Pattern.compile("Plan the remedy: services-stuck-in-starting.*"))
                .first();
        remedy.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        take("diagnosis");
        page.navigate("/console/clusters/simulated");
        take("cluster-ill");
        takeForTheReadme("console-cluster");
        remedy.click();
        button("Run this plan").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        take("plan");
        page.getByLabel("Reason").fill("Subscriber restarted with HA on");
        page.getByLabel("Ticket").fill("INC0012345");
        button("Run this plan").click();
        page.getByText("Switched off at this moment").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        take("job-live");
        takeForTheReadme("console-job");
        String job = page.url();
        page.navigate("/console/now");
        take("now-busy");
        takeForTheReadme("console-now");
        page.navigate("/console/clusters/simulated");
        take("cluster-busy");
        page.navigate(job);
        page.locator("#live .facts .state.good").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        take("job-done");
        page.navigate(job + "/transcripts");
        take("transcripts");
        page.navigate(job + "/report");
        take("report");
        page.navigate("/console/keys");
        page.getByLabel("Name: who or what will hold it").fill("on-call");
        button("Make the key").click();
        page.getByText("shown once").waitFor();
        take("secret");
        page.navigate("/console/analyse");
        page.getByLabel("Terminal log").fill("admin:show version active\nActive Master Version: 15.0.1.10100-41\n"
                + "Active Version Installed Software Options:\nNo Installed Software Options Found.\nadmin:utils ha status\nadmin:");
        button("Analyse").click();
        page.getByText("Findings").first().waitFor();
        take("analysed");
        page.navigate("/console/jobs/00000000-0000-0000-0000-000000000000");
        take("problem");
        someOfEverything();
        for (String each : PAGES) {
            page.navigate("/console/" + each);
            take("end-" + each.replace('/', '-'));
        }
    }

    private void someOfEverything() throws IOException {
        create("/api/v1/clusters/simulated/bundles", "{\"kind\":\"E-NETWORK\"}");
        create(
                "/api/v1/schedules",
                "{\"name\":\"every-morning\",\"cluster\":\"simulated\",\"runbook\":\"diagnosis\",\"cron\":\"30 6 * * *\",\"timeZone\":\"Europe/Berlin\"}");
        create(
                "/api/v1/webhooks",
                "{\"name\":\"on-call\",\"url\":\"https://receiver.example.com/presence\",\"events\":[\"JOB_FINISHED\"]}");
    }

    private void create(String path, String body) throws IOException {
        service.asAdmin().contentType(ContentType.JSON).body(body).post(path);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Wide and narrow, each light and dark, and on paper. */
    private void take(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(390, 844);
            shoot(name + "-390-" + scheme);
            page.setViewportSize(1280, 900);
            shoot(name + "-1280-" + scheme);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
        shoot(name + "-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** As the README shows it: what a person sees first, no more. */
    private void takeForTheReadme(String name) {
        page.setViewportSize(1100, 700);
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
        page.setViewportSize(1280, 900);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
    }
}
