package io.presencemedic.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.presencemedic.PackagedService;
import io.presencemedic.PostgresPrograms;
import io.presencemedic.TokenIssuer;
import io.presencemedic.database.DatabaseChoice;
import io.presencemedic.database.EmbeddedDatabase;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.notify.ScriptedReceiver;
import io.presencemedic.simulator.Account;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are planted wherever the service has any, it does all that it does, logging as much as it can, and then they
 * are looked for: in its log, its database, its files, all that it answers and the bundle.
 */
class SecretSearchIT {
    private static final Account PLATFORM = new Account("administrator", "Pl4ntedPlatformWord");
    private static final Account APPLICATION = new Account("axl", "Pl4ntedApplicationWord");
    private static final String ADMIN_KEY = "Pl4ntedBootstrapKeyOf32CharactersOrMore";
    private static final String CLIENT = "Pl4ntedClientSecretOf32CharactersOrMore";
    private static final String RECEIVER = "Pl4ntedReceiverWord";
    private static final String WEBHOOK = "whsec_UGw0bnRlZFdlYmhvb2tTZWNyZXRPZjMyQnl0ZXM=";
    private static final String PASTED = "Pl4ntedPastedWord";
    /** What all secrets in the simulated nodes' files have in common. */
    private static final String IN_FILES = "Pl4ntedZq7vX2";

    private static final String WRONG = "Pl4ntedWrongKeyThatSomebodyTyped";
    private static final String SESSION = "medic_session";
    private static final List<String> LEVELS = List.of(
            "io.presencemedic",
            "org.apache.sshd",
            "org.hibernate",
            "io.vertx",
            "io.quarkus",
            "io.netty",
            "jdk.internal.httpclient");

    /** Newer JDKs ask for more than the level before their client logs all that it does. */
    private static final String CLIENT_LOGS = "-Djdk.internal.httpclient.debug=log";

    private static final String CLUSTER = "/api/v1/clusters/planted";
    private static final List<String> FINAL = List.of("SUCCEEDED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

    @TempDir
    Path folder;

    @Test
    void noSecretIsInTheLogTheDatabaseTheFilesTheAnswersOrTheBundle() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(PostgresPrograms.into(folder.resolve("database")));
                ScriptedReceiver receiver = new ScriptedReceiver();
                Simulator simulator = simulator()) {
            PlantedSecretSearch search = new PlantedSecretSearch();
            List.of(PLATFORM.password(), APPLICATION.password(), ADMIN_KEY, CLIENT, RECEIVER, WEBHOOK, PASTED, WRONG)
                    .forEach(search::plant);
            search.plant(IN_FILES);
            search.plant(database.service().password());
            search.plant(database.owner().password());
            search.plantPair(PLATFORM.username(), PLATFORM.password());
            search.plantPair(APPLICATION.username(), APPLICATION.password());
            Path home = folder.resolve("home");
            try (PackagedService service = new PackagedService(
                    home,
                    Map.of(
                            "QUARKUS_CONFIG_LOCATIONS",
                            settings(database).toString(),
                            "JAVA_TOOL_OPTIONS",
                            CLIENT_LOGS))) {
                service.awaitReady();
                liveOnce(service, simulator, receiver, search);
            }
            String log = Files.readString(home.resolve("service.log"));
            assertThat(LEVELS.stream().filter(level -> !log.contains("DEBUG [" + level)))
                    .as("who did not log as much as it can")
                    .isEmpty();
            assertThat(log)
                    .as("TRACE was asked for and cannot be had")
                    .contains("below minimum logging level DEBUG")
                    .doesNotContain(" TRACE [", "FINER [", "FINEST [");
            search.in("the log", log);
            search.inFiles(home, List.of("service.log", "webhook-secret-key"));
            search.inTables(database.jdbcUrl(), database.owner());
            assertThat(search.places()).as("what was searched").contains("the bundle", "the log", "table job_event");
            assertThat(search.found()).isEmpty();
        }
    }

    private Simulator simulator() {
        return Simulator.start(
                SimulatorSettings.of(folder.resolve("simulator"), "stuck-in-starting", 60, false, Clock.systemUTC())
                        .passing()
                        .withAccounts(PLATFORM, APPLICATION));
    }

    private Path settings(EmbeddedDatabase database) throws IOException {
        Map<String, String> all = new HashMap<>(TokenIssuer.start());
        all.putAll(DatabaseChoice.settings(database, database.jdbcUrl()));
        all.put("medic.simulator.enabled", "false");
        all.put("medic.access.bootstrap-key", ADMIN_KEY);
        all.put("medic.cluster.special-networks", "127.0.0.0/8");
        all.put("medic.link.http.requests-per-minute", "100000");
        all.put("medic.runbook.wait", "PT5S");
        all.put("medic.runbook.high-availability-settle", "PT2S");
        all.put("medic.runbook.poll", "PT0.5S");
        all.put("medic.notify.allow-own-addresses", "true");
        all.put("medic.notify.plain-http", "true");
        credential(all, "planted-platform", PLATFORM.username(), PLATFORM.password());
        credential(all, "planted-application", APPLICATION.username(), APPLICATION.password());
        credential(all, "planted-receiver", "presence", RECEIVER);
        all.put("quarkus.oidc.credentials.secret", CLIENT);
        all.put("quarkus.log.level", "TRACE");
        all.put("quarkus.log.category.\"org.flywaydb\".level", "TRACE");
        LEVELS.forEach(category -> all.put("quarkus.log.category.\"" + category + "\".level", "TRACE"));
        return Files.writeString(
                folder.resolve("medic.properties"),
                all.entrySet().stream()
                        .map(entry -> entry.getKey().replace(":", "\\:") + "="
                                + entry.getValue().replace("\\", "\\\\"))
                        .collect(Collectors.joining("\n")));
    }

    private static void credential(Map<String, String> all, String name, String user, String password) {
        all.put("medic.credentials.\"" + name + "\".username", user);
        all.put("medic.credentials.\"" + name + "\".password", password);
    }

    /** Everything once. The answers that show a new key and a new session, as they should, are not searched. */
    private static void liveOnce(
            PackagedService service, Simulator simulator, ScriptedReceiver receiver, PlantedSecretSearch search) {
        search.plant(as(service, search)
                .body("{\"name\":\"planted\",\"role\":\"ADMIN\"}")
                .post("/api/v1/keys")
                .path("key"));
        String session = service.anonymous()
                .redirects()
                .follow(false)
                .formParam("key", ADMIN_KEY)
                .post("/console/login")
                .then()
                .statusCode(303)
                .extract()
                .cookie(SESSION);
        search.plant(session);
        search.forgetAnswers();
        enter(as(service, search), simulator);
        as(service, search)
                .body(Map.of(
                        "name", "planted",
                        "url", receiver.url(),
                        "events", List.of("JOB_FINISHED", "FINDING_NEW"),
                        "secret", WEBHOOK,
                        "authorization", Map.of("scheme", "BASIC", "credential", "planted-receiver")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
        service.anonymous().filter(search.answers()).header("X-API-Key", WRONG).get("/api/v1/clusters");
        service.anonymous().filter(search.answers()).formParam("key", WRONG).post("/console/login");
        as(service, search)
                .body(Map.of("hosts", List.of("127.0.0.1"), "password", PLATFORM.password()))
                .put("/api/v1/credentials/planted-platform/binding");
        service.anonymous()
                .filter(search.answers())
                .header("X-API-Key", ADMIN_KEY)
                .contentType("text/plain")
                .body("admin:run sql update applicationuser set password = '" + PASTED + "' where pkid='1'\n"
                        + "Rows: 1\nadmin:show nonsense password=" + PASTED + "\nadmin:\n")
                .post("/api/v1/analyses")
                .then()
                .statusCode(200);
        finished(service, search, "/api/v1/diagnoses/", CLUSTER + "/diagnoses", Map.of());
        String job = finished(
                service,
                search,
                "/api/v1/jobs/",
                CLUSTER + "/jobs",
                Map.of("runbook", "services-stuck-in-starting", "reason", "search"));
        String bundle =
                finished(service, search, "/api/v1/bundles/", CLUSTER + "/bundles", Map.of("kind", "E-SYNC-AGENT"));
        search.inArchive(
                "the bundle",
                as(service, search)
                        .get("/api/v1/bundles/" + bundle + "/content")
                        .asByteArray());
        crawl(service, search, Map.of("jobs", job, "bundles", bundle));
        for (String page : List.of(
                "now",
                "jobs/" + job,
                "clusters/planted",
                "bundles/" + bundle,
                "evidence",
                "webhooks",
                "keys",
                "audit")) {
            service.anonymous()
                    .filter(search.answers())
                    .cookie(SESSION, session)
                    .get("/console/" + page)
                    .then()
                    .statusCode(200)
                    .contentType(ContentType.HTML);
        }
        service.await("the webhook was told", () -> !receiver.heard.isEmpty());
    }

    private static RequestSpecification as(PackagedService service, PlantedSecretSearch search) {
        return service.anonymous()
                .filter(search.answers())
                .header("X-API-Key", ADMIN_KEY)
                .contentType(ContentType.JSON);
    }

    private static void enter(RequestSpecification request, Simulator simulator) {
        request.body(Map.of(
                        "id", "planted",
                        "displayName", "Planted",
                        "trustedCertificates", simulator.certificate(),
                        "credentials", Map.of("platform", "planted-platform", "application", "planted-application"),
                        "nodes",
                                simulator.endpoints().stream()
                                        .map(node -> Map.of(
                                                "name", node.name(),
                                                "role", node.role(),
                                                "host", node.host(),
                                                "sshPort", node.sshPort(),
                                                "httpsPort", node.httpsPort()))
                                        .toList()))
                .post("/api/v1/clusters")
                .then()
                .statusCode(201);
    }

    private static String finished(
            PackagedService service, PlantedSecretSearch search, String shown, String asked, Map<String, String> body) {
        String id = as(service, search)
                .header("Prefer", "wait=" + Prefer.LONGEST.toSeconds())
                .body(body)
                .post(asked)
                .then()
                .statusCode(oneOf(200, 202))
                .extract()
                .path("id");
        service.await(
                asked + " is final",
                () -> FINAL.contains(service.anonymous()
                        .header("X-API-Key", ADMIN_KEY)
                        .get(shown + id)
                        .<String>path("state")));
        assertThat(as(service, search).get(shown + id).<String>path("state"))
                .as(asked)
                .isEqualTo("SUCCEEDED");
        return id;
    }

    /** Asks every address of the API that can be asked, with the ids that there are. */
    private static void crawl(PackagedService service, PlantedSecretSearch search, Map<String, String> ids) {
        Map<String, Map<String, Object>> paths =
                as(service, search).get("/q/openapi?format=json").jsonPath().get("paths");
        paths.forEach((path, item) -> {
            if (item.containsKey("get") && !path.endsWith("/content")) {
                String collection = path.split("/").length > 3 ? path.split("/")[3] : "";
                String address = path.replace("{cluster}", "planted")
                        .replace("{runbook}", "services-stuck-in-starting")
                        .replace("{id}", ids.getOrDefault(collection, "none"));
                as(service, search).get(address.replaceAll("\\{[^}]*}", "none"));
            }
        });
        as(service, search).get("/q/metrics");
        as(service, search).get("/q/health");
    }
}
