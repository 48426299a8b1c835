package io.presencemedic.evidence;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.ServiceUnderTest.awaitEnd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.evidence.folder.DigestingOutputStream;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Bundles of the simulated cluster, asked for as a caller does. */
final class SimulatedBundles {
    static final String BUNDLES = "/api/v1/clusters/simulated/bundles";

    private SimulatedBundles() {}

    static Response ask(String body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post(BUNDLES);
    }

    /** Has a bundle made and waits for its end. */
    static String collected(String kind) {
        String id = begun(kind);
        awaitEnd(id);
        return id;
    }

    /** Has a bundle asked for that is never whole. */
    static String cancelled(String kind) {
        String id = begun(kind);
        ServiceUnderTest.cancel(id);
        return id;
    }

    private static String begun(String kind) {
        return ask("{\"kind\":\"" + kind + "\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    static byte[] content(String id) {
        return asAdmin()
                .get("/api/v1/bundles/" + id + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** The files of an archive, in its order. */
    static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static JsonNode manifest(Map<String, byte[]> files) throws IOException {
        return new ObjectMapper().readTree(files.get("manifest.json"));
    }

    static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            DigestingOutputStream measured = new DigestingOutputStream(OutputStream.nullOutputStream());
            measured.write(bytes);
            return measured.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
