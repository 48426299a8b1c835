package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.link.http.TestCertificates;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with a certificate of its own, to which nobody connects without one that it trusts. */
class CertificateIT {
    private static final TestCertificates CERTIFICATES = new TestCertificates();
    private static final String CLUSTERS = "/api/v1/clusters";

    @TempDir
    static Path folder;

    private static PackagedService service;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        CERTIFICATES.selfSigned("first", "first", "dns:localhost");
        CERTIFICATES.selfSigned("renewed", "renewed", "dns:localhost");
        CERTIFICATES.authority("callers", "Authority of the callers");
        CERTIFICATES.issue("callers", "portal", "portal");
        CERTIFICATES.selfSigned("stranger", "stranger");
        serve("first");
        put("callers.crt", CERTIFICATES.pem("callers"));
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
                        folder.resolve("tls.crt").toString(),
                        "QUARKUS_TLS_KEY_STORE_PEM_0_KEY",
                        folder.resolve("tls.key").toString(),
                        "QUARKUS_TLS_TRUST_STORE_PEM_CERTS",
                        folder.resolve("callers.crt").toString(),
                        "QUARKUS_TLS_RELOAD_PERIOD",
                        "1s"));
        service.await("the service is ready", CertificateIT::isReady);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void anAnswerSaysThatHttpsIsTheOnlyWayAndThatNothingMayKeepIt() throws Exception {
        HttpResponse<String> answer = get("portal", CLUSTERS, service.adminKey());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void plainHttpIsClosed() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(service.address() + "/q/health/live"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aRenewedCertificateIsServedWithoutARestart() throws Exception {
        serve("renewed");
        service.await("the renewed certificate is served", () -> "CN=renewed".equals(served()));
        assertThat(get("portal", "/q/health/live", null).statusCode()).isEqualTo(200);
    }

    @Test
    void whoShowsATrustedCertificateNeedsAKeyAllTheSame() throws Exception {
        assertThat(get("portal", CLUSTERS, "pm_none").statusCode()).isEqualTo(401);
    }

    @Test
    void whoShowsNoCertificateIsNotServedWithAKeyEither() {
        assertThatThrownBy(() -> get(null, CLUSTERS, service.adminKey())).isInstanceOf(IOException.class);
    }

    @Test
    void whoShowsACertificateOfSomebodyElseIsNotServed() {
        assertThatThrownBy(() -> get("stranger", CLUSTERS, service.adminKey())).isInstanceOf(IOException.class);
    }

    /** Renews the files as a mounted secret is renewed: by putting others in their place. */
    private static void serve(String alias) throws IOException {
        put("tls.key", CERTIFICATES.keyPem(alias));
        put("tls.crt", CERTIFICATES.pem(alias));
    }

    private static void put(String name, String content) throws IOException {
        Path next = Files.writeString(folder.resolve(name + ".next"), content);
        Files.move(next, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isReady() {
        try {
            return get("portal", "/q/health/ready", null).statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    private static String served() {
        try {
            Certificate[] chain = get("portal", "/q/health/live", null)
                    .sslSession()
                    .orElseThrow()
                    .getPeerCertificates();
            return ((X509Certificate) chain[0]).getSubjectX500Principal().getName();
        } catch (Exception e) {
            return "";
        }
    }

    private static HttpResponse<String> get(@Nullable String caller, String path, @Nullable String key)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return HttpClient.newBuilder()
                .sslContext(CERTIFICATES.client(caller, "first", "renewed"))
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
