package io.presencemedic.evidence;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.Tool;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@PlayedScenario("intercluster-sync-agent-defect")
class BundleDownloadTest {
    private static final OneBundle ONE = new OneBundle("E-ICSA");

    @Test
    void aDownloadKnowsItsLengthItsVersionAndItsName() {
        String etag = "\"" + SimulatedBundles.sha256(ONE.whole()) + "\"";
        asAdmin()
                .get(ONE.content())
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Length", String.valueOf(ONE.whole().length))
                .header("Accept-Ranges", "bytes")
                .header("ETag", etag)
                .header("Content-Disposition", containsString("simulated-E-ICSA-" + ONE.id() + ".zip"));
        asAdmin()
                .header("If-None-Match", etag)
                .get(ONE.content())
                .then()
                .statusCode(304)
                .header("ETag", etag);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=100-1099, 100, 1100", "bytes=-100, -100, 0", "bytes=500-, 500, 0"})
    void aRangeIsJustThat(String range, int from, int to) {
        int first = from < 0 ? ONE.whole().length + from : from;
        int end = to == 0 ? ONE.whole().length : to;
        byte[] part = asAdmin()
                .header("Range", range)
                .get(ONE.content())
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + ONE.whole().length)
                .header("Content-Length", String.valueOf(end - first))
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(ONE.whole(), first, end));
    }

    @Test
    void aRangeBehindTheEndIsRefusedAndOneOfAnotherVersionIsTheWhole() {
        asAdmin()
                .header("Range", "bytes=" + ONE.whole().length + "-")
                .get(ONE.content())
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + ONE.whole().length)
                .body("code", is("RANGE_NOT_SATISFIABLE"));
        asAdmin()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(ONE.content())
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(ONE.whole().length));
    }

    @Test
    void partsAreArchivesWithinTheLimitAndTogetherTheWhole() throws IOException {
        int count = asAdmin()
                .queryParam("max-part-size", "100k")
                .get("/api/v1/bundles/" + ONE.id())
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
                .isEqualTo(new TreeSet<>(SimulatedBundles.files(ONE.whole()).keySet()));
        byte[] first = part("100k", 1).asByteArray();
        byte[] range = asAdmin()
                .queryParam("max-part-size", "100k")
                .header("Range", "bytes=10-19")
                .get(ONE.content())
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
                .get(ONE.content());
    }

    @Test
    void unzipAndSha256sumAcceptTheArchive(@TempDir Path folder) throws Exception {
        Path archive = Files.write(folder.resolve("bundle.zip"), ONE.whole());
        assertThat(Tool.run(folder, "unzip", "-tq", archive.toString())).isZero();
        assertThat(Tool.run(folder, "unzip", "-q", archive.toString())).isZero();
        assertThat(Tool.run(folder, "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"))
                .isZero();
    }
}
