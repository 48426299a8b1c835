package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths that a proxy, the authorization and the router may read differently. They travel as they are, in no client's
 * spelling.
 */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class UnusualPathsTest {
    private static final List<String> MARKS = List.of(
            ";",
            ";a=b",
            "%3B",
            "%3b",
            "..;/",
            "..%3B/",
            "../",
            "%2e%2e/",
            "%2E%2E%2F",
            "..%2F",
            "%2F",
            "%5C",
            "..%5C",
            "/",
            "//",
            "./",
            "%2e/",
            "%252e%252e/",
            "%00",
            "%20",
            "%3F",
            "%23");

    @TestHTTPResource
    URI service;

    private static List<String> variants(String path, String mark) {
        int cut = path.lastIndexOf('/');
        String last = path.substring(cut + 1);
        return List.of(
                "/" + mark + path.substring(1),
                "/q/health/" + mark + path,
                "/q/health" + mark + path,
                path.substring(0, cut) + mark + "/" + last,
                path.substring(0, cut) + "/" + mark + last,
                path.substring(0, cut + 2) + mark + last.substring(1),
                path + mark,
                path + "/" + mark + "q/health",
                path + mark + "/q/health/live");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/keys", "/q/metrics", "/q/openapi"})
    void aPathInAnUnusualSpellingOpensNothingWithoutAKey(String path) throws IOException {
        for (String mark : MARKS) {
            for (String variant : variants(path, mark)) {
                assertThat(statusOf(variant)).as(variant).isIn(400, 401, 404);
            }
        }
    }

    private int statusOf(String path) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + service.getHost() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ", 3)[1]);
        }
    }
}
