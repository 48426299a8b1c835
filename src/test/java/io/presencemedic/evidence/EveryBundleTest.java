package io.presencemedic.evidence;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.database.Blocking;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.link.LinkListener;
import io.presencemedic.redaction.PlantedSecrets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A bundle of each kind is made, of nodes in whose files secrets of every sort stand: it holds what the document names,
 * its listing is as recorded, and the secrets are searched for everywhere.
 */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("intercluster-sync-agent-defect")
class EveryBundleTest {
    private static final Logger LOG = Logger.getLogger(EveryBundleTest.class);
    static final List<String> KINDS = List.of("E-NETWORK", "E-DATABASE", "E-ICSA", "E-SYNC-AGENT");

    /** What all planted secrets have in common. */
    private static final String PLANTED = "Pl4ntedZq7vX2";
    /** The answer of a digest, which is hexadecimal. */
    private static final String DIGEST = "5ec2e7b1a97ed5ec2e7b1a97ed5ec2e7";

    private static final List<String> SORTS = Stream.of(
                    "Url Assigned Option KeyOne KeyTwo JsonToken Json Community Nonce Cookie CookieTwo Session Xml Sql"
                            + " Bearer Axl Ldap First Second Peer Identified Secret Dump Report PackedReport")
            .flatMap(names -> Stream.of(names.split(" ")))
            .map(name -> PLANTED + name)
            .toList();

    /** What the simulated cluster keeps as passwords in its database. */
    private static final List<String> PASSWORDS =
            List.of("d41f0c7be2a95386aa10simulatedsecret", "9b3f6d20administratorsecret");

    private static final Map<String, String> BUNDLES = new LinkedHashMap<>();
    private static String log = "";

    private static final List<String> ACCOUNTS =
            List.of("imp-sync:" + PLANTED + "BasicOne", "imp-sync:" + PLANTED + "BasicTwo");

    @Inject
    ClusterLinks links;

    @Inject
    Clusters clusters;

    @Inject
    DataSource database;

    @ConfigProperty(name = "medic.home")
    Path home;

    /** All at once, so that they are made beside each other. */
    @BeforeEach
    void collect() {
        if (BUNDLES.isEmpty()) {
            try (LogRecording recording = LogRecording.everything()) {
                LOG.debug("bundles are made");
                KINDS.forEach(kind -> BUNDLES.put(
                        kind,
                        SimulatedBundles.ask("{\"kind\":\"" + kind + "\"}")
                                .then()
                                .statusCode(202)
                                .extract()
                                .path("id")));
                BUNDLES.values().forEach(ServiceUnderTest::awaitEnd);
                log = recording.text();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void everythingThatTheDocumentNamesIsThereOrExplained(String kind) throws IOException {
        String id = bundle(kind);
        Map<String, byte[]> files = SimulatedBundles.files(SimulatedBundles.content(id));
        JsonNode manifest = SimulatedBundles.manifest(files);
        DocumentedItems.areThereOrExplained(kind, manifest);
        assertThat(asAdmin().get("/api/v1/bundles/" + id).jsonPath().getString("state"))
                .isEqualTo("SUCCEEDED");
        String listing = DocumentedItems.listing(files, manifest);
        assertThat(listing).isEqualTo(DocumentedItems.recorded(kind, listing));
    }

    @Test
    void noSecretThatStandsInANodesFilesLeavesTheService() throws Exception {
        assertThat(log).contains("bundles are made");
        hasNone("the service's log", log);
        List<String> served = new ArrayList<>();
        for (String id : List.of(bundle("E-SYNC-AGENT"), bundle("E-DATABASE"), bundle("E-ICSA"))) {
            archiveHasNone(SimulatedBundles.files(SimulatedBundles.content(id)), served);
        }
        everySortWasServed(String.join("\n", served));
        for (String id : BUNDLES.values()) {
            apiHasNone(id);
            folderHasNone(id);
        }
        databaseHasNone();
    }

    @Test
    void passwordsInTheAnswersOfQueriesAreMasked() throws Exception {
        Map<String, byte[]> files = SimulatedBundles.files(SimulatedBundles.content(bundle("E-SYNC-AGENT")));
        assertThat(SimulatedBundles.text(files, "cli/cucm-pub/run-sql-select-applicationuser.txt"))
                .contains("imp-sync", "********");
    }

    private static String bundle(String kind) {
        return Objects.requireNonNull(BUNDLES.get(kind), kind);
    }

    /** Each file is compared with what the node hands out to anybody who asks for it. */
    private void archiveHasNone(Map<String, byte[]> files, List<String> served) throws Exception {
        files.forEach((path, content) -> hasNone(path, Unpacked.text(content)));
        Cluster cluster = Blocking.await(clusters.get("simulated"));
        try (ClusterLink link = links.to(cluster, LinkListener.NONE)) {
            for (JsonNode file : SimulatedBundles.manifest(files).path("files")) {
                if (file.has("source")) {
                    String original = original(link, cluster, file);
                    String path = file.path("path").asText();
                    served.add(original);
                    assertThat(file.path("masked").asLong() > 0)
                            .as("secrets were masked in " + path)
                            .isEqualTo(isPlantedIn(original));
                    assertThat(Unpacked.text(files.get(path)).lines().count())
                            .as("lines of " + path)
                            .isEqualTo(original.lines().count());
                }
            }
        }
    }

    private static String original(ClusterLink link, Cluster cluster, JsonNode file) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        link.fetch(
                cluster.node(file.path("node").asText()).orElseThrow(),
                FileRequest.of(file.path("source").asText(), Integer.MAX_VALUE),
                bytes);
        return Unpacked.text(bytes.toByteArray());
    }

    private static void everySortWasServed(String served) {
        assertThat(served).contains(SORTS).contains(DIGEST);
        for (String account : ACCOUNTS) {
            assertThat(served)
                    .contains("Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void apiHasNone(String id) {
        List<String> paths =
                List.of("bundles/" + id, "jobs/" + id, "jobs/" + id + "/events", "clusters/simulated/bundles");
        for (String path : paths) {
            for (String form : List.of("application/json", "text/plain", "text/event-stream")) {
                hasNone(path, get(path, form));
            }
        }
        String page = "jobs/" + id + "/transcripts?limit=200";
        for (String next = page; next != null; ) {
            var answer = asAdmin().get("/api/v1/" + next).then().statusCode(200).extract();
            hasNone(next, answer.asString());
            assertThat(answer.asString()).contains("\"command\":");
            String cursor = answer.path("nextCursor");
            next = cursor == null ? null : page + "&cursor=" + cursor;
        }
    }

    private static String get(String path, String form) {
        return asAdmin()
                .accept(form)
                .queryParam("limit", 200)
                .get("/api/v1/" + path)
                .asString();
    }

    private void databaseHasNone() throws Exception {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet names = statement.executeQuery("SELECT quote_ident(table_name) FROM information_schema.tables"
                    + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            assertThat(tables).contains("job_event", "job_transcript", "bundle");
            for (String table : tables) {
                ResultSet rows = statement.executeQuery("SELECT r::text FROM " + table + " r");
                while (rows.next()) {
                    hasNone("table " + table, rows.getString(1));
                }
            }
        }
    }

    /** What is kept while and after a bundle is made. */
    private void folderHasNone(String bundle) throws Exception {
        try (Stream<Path> all = Files.walk(home.resolve("evidence").resolve(bundle))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                hasNone(file.toString(), Unpacked.text(Files.readAllBytes(file)));
            }
        }
    }

    private static boolean isPlantedIn(String text) {
        return PlantedSecrets.isIn(text, PLANTED)
                || PASSWORDS.stream().anyMatch(text::contains)
                || text.contains(DIGEST)
                || text.contains(HexFormat.of().formatHex(PLANTED.getBytes(StandardCharsets.UTF_8)));
    }

    private static void hasNone(String where, String text) {
        if (isPlantedIn(text)) {
            assertThat(text.lines().filter(EveryBundleTest::isPlantedIn))
                    .as(where)
                    .isEmpty();
        }
    }
}
