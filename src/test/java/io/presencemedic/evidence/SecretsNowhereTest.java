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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Secrets of every sort stand in the simulated nodes' files; bundles are made, and the secrets are searched for. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("intercluster-sync-agent-defect")
class SecretsNowhereTest {
    private static final Logger LOG = Logger.getLogger(SecretsNowhereTest.class);
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

    @Test
    void noSecretThatStandsInANodesFilesLeavesTheService() throws Exception {
        try (LogRecording log = LogRecording.everything()) {
            LOG.debug("bundles are made");
            bundlesHaveNone();
            assertThat(log.text()).contains("bundles are made");
            hasNone("the service's log", log.text());
        }
    }

    private void bundlesHaveNone() throws Exception {
        List<String> bundles = new ArrayList<>();
        List<String> served = new ArrayList<>();
        for (String kind : List.of("E-SYNC-AGENT", "E-DATABASE", "E-ICSA")) {
            String id = SimulatedBundles.collected(kind);
            bundles.add(id);
            archiveHasNone(SimulatedBundles.files(SimulatedBundles.content(id)), served);
        }
        everySortWasServed(String.join("\n", served));
        for (String id : bundles) {
            apiHasNone(id);
            folderHasNone(id);
        }
        databaseHasNone();
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
                || text.contains(DIGEST)
                || text.contains(HexFormat.of().formatHex(PLANTED.getBytes(StandardCharsets.UTF_8)));
    }

    private static void hasNone(String where, String text) {
        if (isPlantedIn(text)) {
            assertThat(text.lines().filter(SecretsNowhereTest::isPlantedIn))
                    .as(where)
                    .isEmpty();
        }
    }
}
