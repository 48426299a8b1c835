package io.presencemedic.evidence;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.evidence.SimulatedBundles.BUNDLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@TestProfile(SimulatedBundles.SyncAgentStopped.class)
class BundleApiTest {
    private static String id = "";
    private static byte[] whole = {};

    /** One bundle serves all tests that only look at one. */
    @BeforeEach
    void collectOnce() {
        if (id.isEmpty()) {
            id = SimulatedBundles.collected("E-ICSA");
            whole = SimulatedBundles.content(id);
        }
    }

    private static String content() {
        return "/api/v1/bundles/" + id + "/content";
    }

    @Test
    void aBundleIsShownWithItsItemsAndItsArchive() {
        asAdmin()
                .get("/api/v1/bundles/" + id)
                .then()
                .statusCode(200)
                .body("kind", is("E-ICSA"))
                .body("state", is("SUCCEEDED"))
                .body("progress.total", is(20))
                .body("progress.done", is(20))
                .body("items.state", everyItem(oneOf("COLLECTED", "PARTLY", "NOT_AVAILABLE")))
                .body("items.item", hasItem("Cisco Intercluster Sync Agent"))
                .body("size", is(whole.length))
                .body("sha256", equalTo(sha256(whole)))
                .body("content", is(content()))
                .body("expiresAt", notNullValue());
        asAdmin().get(BUNDLES).then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void itsSummaryCanBePastedIntoACase() {
        asAdmin()
                .accept(ContentType.TEXT)
                .get("/api/v1/bundles/" + id)
                .then()
                .statusCode(200)
                .contentType(ContentType.TEXT)
                .body(startsWith("Bundle E-ICSA " + id))
                .body(containsString("Intercluster Sync Agent"))
                .body(containsString("imp-sub"))
                .body(containsString(sha256(whole)));
    }

    @Test
    void aDownloadKnowsItsLengthItsVersionAndItsName() {
        String etag = "\"" + sha256(whole) + "\"";
        asAdmin()
                .get(content())
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Length", String.valueOf(whole.length))
                .header("Accept-Ranges", "bytes")
                .header("ETag", etag)
                .header("Content-Disposition", containsString("simulated-E-ICSA-" + id + ".zip"));
        asAdmin()
                .header("If-None-Match", etag)
                .get(content())
                .then()
                .statusCode(304)
                .header("ETag", etag);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=100-1099, 100, 1100", "bytes=-100, -100, 0", "bytes=500-, 500, 0"})
    void aRangeIsJustThat(String range, int from, int to) {
        int first = from < 0 ? whole.length + from : from;
        int end = to == 0 ? whole.length : to;
        byte[] part = asAdmin()
                .header("Range", range)
                .get(content())
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + whole.length)
                .header("Content-Length", String.valueOf(end - first))
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, first, end));
    }

    @Test
    void aRangeBehindTheEndIsRefusedAndOneOfAnotherVersionIsTheWhole() {
        asAdmin()
                .header("Range", "bytes=" + whole.length + "-")
                .get(content())
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + whole.length)
                .body("code", is("RANGE_NOT_SATISFIABLE"));
        asAdmin()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(content())
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(whole.length));
    }

    @Test
    void partsAreArchivesWithinTheLimitAndTogetherTheWhole() throws IOException {
        int count = asAdmin()
                .queryParam("max-part-size", "100k")
                .get("/api/v1/bundles/" + id)
                .path("parts");
        Map<String, byte[]> files = new HashMap<>();
        for (int part = 1; part <= count; part++) {
            Response answer = part("100k", part);
            answer.then().statusCode(200).header("Part-Count", String.valueOf(count));
            byte[] bytes = answer.asByteArray();
            assertThat((long) bytes.length)
                    .isLessThanOrEqualTo(100_000)
                    .isEqualTo(Long.parseLong(answer.header("Content-Length")));
            files.putAll(SimulatedBundles.files(bytes));
        }
        assertThat(new TreeSet<>(files.keySet()))
                .isEqualTo(new TreeSet<>(SimulatedBundles.files(whole).keySet()));
        byte[] first = part("100k", 1).asByteArray();
        byte[] range = asAdmin()
                .queryParam("max-part-size", "100k")
                .header("Range", "bytes=10-19")
                .get(content())
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();
        assertThat(range).isEqualTo(Arrays.copyOfRange(first, 10, 20));
        part("100k", count + 1).then().statusCode(404).body("code", is("PART_UNKNOWN"));
        part("nonsense", 1).then().statusCode(400).body("errors.field", hasItem("max-part-size"));
        part("1", 1).then().statusCode(400);
    }

    private static Response part(String size, int part) {
        return asAdmin()
                .queryParam("max-part-size", size)
                .queryParam("part", part)
                .get(content());
    }

    @Test
    void unzipAndSha256sumAcceptTheArchive(@TempDir Path folder) throws Exception {
        Path archive = Files.write(folder.resolve("bundle.zip"), whole);
        assertThat(run(folder, "unzip", "-tq", archive.toString())).isZero();
        assertThat(run(folder, "unzip", "-q", archive.toString())).isZero();
        assertThat(run(folder, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"))
                .isZero();
    }

    private static int run(Path folder, String... command) throws Exception {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start()
                .waitFor();
    }

    @Test
    void theSameKeyMakesOneBundleAndAnotherKindWithItIsRefused() {
        String key = UUID.randomUUID().toString();
        String first =
                keyed(key, "{\"kind\":\"E-NETWORK\"}").statusCode(202).extract().path("id");
        keyed(key, "{\"kind\":\"E-NETWORK\"}")
                .statusCode(202)
                .header("Idempotent-Replayed", "true")
                .header("Location", containsString("/api/v1/bundles/" + first))
                .body("id", is(first));
        keyed(key, "{\"kind\":\"E-ICSA\"}").statusCode(422);
        SimulatedBundles.awaitEnd(first);
    }

    private static ValidatableResponse keyed(String key, String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(BUNDLES)
                .then();
    }

    @Test
    void aBundleThatIsCollectedIsNeitherDownloadedNorDeleted() {
        String live = SimulatedBundles.ask("{\"kind\":\"E-DATABASE\",\"pseudonyms\":true,\"incident\":{\"from\":"
                        + "\"2020-01-01T00:00:00+01:00\"},\"reason\":\"drill\",\"ticket\":\"INC0012345\"}")
                .then()
                .statusCode(202)
                .body("incident.from", is("2019-12-31T23:00:00Z"))
                .body("ticket", is("INC0012345"))
                .extract()
                .path("id");
        asAdmin()
                .get("/api/v1/bundles/" + live + "/content")
                .then()
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("code", is("BUNDLE_NOT_READY"));
        asAdmin().delete("/api/v1/bundles/" + live).then().statusCode(409).body("code", is("BUNDLE_LIVE"));
        SimulatedBundles.awaitEnd(live);
        asAdmin().delete("/api/v1/bundles/" + live).then().statusCode(204);
        asAdmin().delete("/api/v1/bundles/" + live).then().statusCode(404).body("code", is("BUNDLE_UNKNOWN"));
        asAdmin().get("/api/v1/bundles/" + live).then().statusCode(404);
        asAdmin().get("/api/v1/bundles/" + live + "/content").then().statusCode(404);
        asAdmin().get("/api/v1/jobs/" + live).then().statusCode(200);
    }

    @Test
    void rolesAreKept() {
        String viewer = asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"looker\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        as(viewer).get(BUNDLES).then().statusCode(200);
        as(viewer).get("/api/v1/bundles/" + id).then().statusCode(200);
        as(viewer).get(content()).then().statusCode(403);
        as(viewer).delete("/api/v1/bundles/" + id).then().statusCode(403);
        as(viewer)
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"E-ICSA\"}")
                .post(BUNDLES)
                .then()
                .statusCode(403);
        RestAssured.given().get(content()).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | kind",
                "{\"kind\":\"E-NONSENSE\"} | kind",
                "{\"kind\":\"E-ICSA\",\"incident\":{}} | incident.from",
                "{\"kind\":\"E-ICSA\",\"incident\":{\"from\":\"yesterday\"}} | incident.from",
                "{\"kind\":\"E-ICSA\",\"incident\":{\"from\":\"2020-01-02T00:00:00Z\",\"to\":\"2020-01-01T00:00:00Z\"}} | incident.to",
                "{\"kind\":\"E-ICSA\",\"incident\":{\"from\":\"2999-01-02T00:00:00Z\"}} | incident.from",
                "{\"kind\":\"E-ICSA\",\"job\":\"01900000-0000-7000-8000-0000000000a1\"} | job",
                "{\"kind\":\"E-ICSA\",\"nodes\":[]} | nodes"
            })
    void aRequestThatDoesNotFitIsRefusedByItsField(String body, String field) {
        SimulatedBundles.ask(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("VALIDATION_FAILED"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        asAdmin()
                .get("/api/v1/bundles/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", is("BUNDLE_UNKNOWN"));
        asAdmin()
                .get("/api/v1/clusters/nonsense/bundles")
                .then()
                .statusCode(404)
                .body("code", is("CLUSTER_UNKNOWN"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"E-ICSA\"}")
                .post("/api/v1/clusters/nonsense/bundles")
                .then()
                .statusCode(404);
    }

    @Test
    void listsAreReadPageByPage() {
        SimulatedBundles.collected("E-SYNC-AGENT");
        Response first = asAdmin().queryParam("limit", 1).get(BUNDLES);
        first.then().statusCode(200).body("items.size()", is(1)).body("nextCursor", notNullValue());
        asAdmin()
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("nextCursor"))
                .get(BUNDLES)
                .then()
                .statusCode(200)
                .body("items.size()", is(1));
    }

    @Test
    void theFirstPageNamesNodesVersionsAndWhatIsMissing() throws IOException {
        String readme = SimulatedBundles.text(SimulatedBundles.files(whole), "README.txt");
        assertThat(readme).contains("IMP_PUBLISHER", "IMP_SUBSCRIBER", "Not available", "SHA256SUMS");
        assertThat(readme).doesNotContain("version not known", "the cluster was not examined");
        assertThat(new String(whole, 0, 60, StandardCharsets.ISO_8859_1)).contains("README.txt");
    }

    private static String sha256(byte[] bytes) {
        try {
            Measured measured = new Measured(OutputStream.nullOutputStream());
            measured.write(bytes);
            return measured.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
