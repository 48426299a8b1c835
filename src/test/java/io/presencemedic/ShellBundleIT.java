package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.presencemedic.CallerProgram.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How {@code integrations/shell/medic} fetches an archive, from a server that has one: collecting one takes minutes.
 */
@Tag("integrations")
class ShellBundleIT {
    private static final byte[] ARCHIVE = new byte[40_000];

    @TempDir
    Path folder;

    private HttpServer service;
    private Path output;

    @BeforeEach
    void start() throws Exception {
        new Random(1).nextBytes(ARCHIVE);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ARCHIVE));
        byte[] bundle = ("{\"id\":\"b1\",\"state\":\"SUCCEEDED\",\"items\":[],\"sha256\":\"" + digest + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/api/v1/clusters/emea/bundles", exchange -> answer(exchange, 200, bundle));
        service.createContext("/api/v1/bundles/b1/content", ShellBundleIT::archive);
        service.start();
        output = Files.writeString(folder.resolve("bundle.zip"), "of an earlier incident".repeat(5_000));
    }

    /** The whole, or what lies behind a place of it. */
    private static void archive(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            answer(exchange, 200, ARCHIVE);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        if (from >= ARCHIVE.length) {
            answer(exchange, 416, new byte[0]);
            return;
        }
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + from + "-" + (ARCHIVE.length - 1) + "/" + ARCHIVE.length);
        answer(exchange, 206, Arrays.copyOfRange(ARCHIVE, from, ARCHIVE.length));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private int port() {
        return service.getAddress().getPort();
    }

    private Ended fetch(int port) throws Exception {
        return fetch(port, System.getenv("PATH"));
    }

    private Ended fetch(int port, String path) throws Exception {
        Map<String, String> environment = Map.of(
                "MEDIC_URL",
                "http://127.0.0.1:" + port,
                "MEDIC_API_KEY",
                "key",
                "MEDIC_CONFIG",
                folder.resolve("none").toString(),
                "PATH",
                path);
        return CallerProgram.run(
                folder,
                environment,
                List.of("integrations/shell/medic", "bundle", "emea", "E-NETWORK", "--output", output.toString()));
    }

    private void theArchiveIsThere(Ended fetched) {
        assertThat(fetched.status()).as(fetched.complained()).isZero();
        assertThat(output).hasBinaryContent(ARCHIVE);
        assertThat(part()).doesNotExist();
    }

    private Path part() {
        return folder.resolve("bundle.zip.b1.part");
    }

    @Test
    void anArchiveTakesThePlaceOfAnEarlierOne() throws Exception {
        theArchiveIsThere(fetch(port()));
    }

    @Test
    void anArchiveThatIsCutAgainAndAgainGoesOnWhereItEnded() throws Exception {
        try (CuttingProxy line = new CuttingProxy(port(), 12_000)) {
            for (int i = 0; i < 3; i++) {
                assertThat(fetch(line.port()).status()).isEqualTo(4);
                assertThat(output)
                        .as("it stays until there is another one")
                        .content()
                        .startsWith("of an earlier");
            }
            theArchiveIsThere(fetch(line.port()));
        }
    }

    @Test
    void whatIsNotAsTheServiceMadeItIsFetchedAnew() throws Exception {
        Files.writeString(part(), "something else");
        Ended broken = fetch(port());
        assertThat(broken.status()).isEqualTo(4);
        assertThat(broken.complained()).contains("did not arrive");
        theArchiveIsThere(fetch(port()));
    }

    @Test
    void whereNothingMakesChecksumsNothingIsAskedAndShasumIsEnough() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("curl", "jq", "awk", "cat", "cut", "id", "mktemp", "mv", "od", "rm", "tr")) {
            link(tools, tool);
        }
        Ended refused = fetch(port(), tools.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.complained()).contains("sha256sum");
        link(tools, "shasum");
        theArchiveIsThere(fetch(port(), tools.toString()));
    }

    private static void link(Path tools, String tool) throws IOException {
        Path there = Arrays.stream(System.getenv("PATH").split(":"))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
        Files.createSymbolicLink(tools.resolve(tool), there);
    }
}
