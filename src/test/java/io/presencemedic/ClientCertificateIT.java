package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.link.http.TestCertificates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, to which nobody connects without a certificate that it trusts. */
class ClientCertificateIT {
    private static final TestCertificates CERTIFICATES = new TestCertificates();

    @TempDir
    static Path folder;

    private static PackagedService service;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        CERTIFICATES.selfSigned("service", "service", "dns:localhost");
        CERTIFICATES.authority("callers", "Authority of the callers");
        CERTIFICATES.issue("callers", "portal", "portal");
        CERTIFICATES.selfSigned("stranger", "stranger");
        port = PackagedService.freePort();
        service = new PackagedService(
                folder.resolve("home"),
                Map.of(
                        "MEDIC_SIMULATOR_ENABLED",
                        "false",
                        "MEDIC_HTTP_CLIENT_CERTIFICATES",
                        "required",
                        "QUARKUS_HTTP_SSL_PORT",
                        String.valueOf(port),
                        "QUARKUS_TLS_KEY_STORE_PEM_0_CERT",
                        write("tls.crt", CERTIFICATES.pem("service")),
                        "QUARKUS_TLS_KEY_STORE_PEM_0_KEY",
                        write("tls.key", CERTIFICATES.keyPem("service")),
                        "QUARKUS_TLS_TRUST_STORE_PEM_CERTS",
                        write("callers.crt", CERTIFICATES.pem("callers"))));
        service.await("the service is ready", ClientCertificateIT::isReady);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void whoShowsATrustedOneIsServedWithAKeyAndNotWithoutOne() throws Exception {
        assertThat(get("portal", service.adminKey()).statusCode()).isEqualTo(200);
        assertThat(get("portal", "pm_none").statusCode()).isEqualTo(401);
    }

    @Test
    void whoShowsNoneIsNotServedWithAKeyEither() {
        assertThatThrownBy(() -> get(null, service.adminKey())).isInstanceOf(IOException.class);
    }

    @Test
    void whoShowsOneOfSomebodyElseIsNotServed() {
        assertThatThrownBy(() -> get("stranger", service.adminKey())).isInstanceOf(IOException.class);
    }

    private static String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static boolean isReady() {
        try {
            return get("portal", service.adminKey()).statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    private static HttpResponse<String> get(@Nullable String caller, String key) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(CERTIFICATES.client(caller, "service"))
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/v1/clusters"))
                                .header("X-API-Key", key)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
