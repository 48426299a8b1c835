package io.presencemedic.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that no client library sends, written to the socket as they are. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class MalformedAddressTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @TestHTTPResource
    URL service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/probe/%zz",
                "/%",
                "/probe/a%4",
                "/api/v1/clusters/%zz/jobs",
                "/probe/%u0041",
                "/q/health/%zz",
                "/probe/a|b",
                "/probe/[a]",
                "/a\"b"
            })
    void aBrokenEscapeIsSaidToBeBroken(String address) throws Exception {
        isProblem(answer(address, ServiceUnderTest.ADMIN_KEY), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/pages?cursor=%zz", "/api/v1/jobs?cluster=%"})
    void aBrokenEscapeInAParameterIsSaidToBeBroken(String address) throws Exception {
        isProblem(answer(address, ServiceUnderTest.ADMIN_KEY), address);
    }

    private static void isProblem(String answer, String address) throws IOException {
        assertThat(answer).as(address).startsWith("HTTP/1.1 400 ").containsIgnoringCase(Problem.MEDIA_TYPE);
        JsonNode problem = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(problem.path("code").asText()).as(address).isEqualTo("MALFORMED_ADDRESS");
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("detail").asText()).contains("%25");
    }

    private String answer(String address, String key) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
