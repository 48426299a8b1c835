package io.presencemedic.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody who sends requests to the administrative web service of a node. */
final class AxlClient {
    private final HttpClient http;
    private final URI uri;
    Optional<String> authorization = Optional.of(basic("axl", "simulator"));
    Optional<String> cookie = Optional.empty();
    Duration patience = Duration.ofSeconds(30);

    AxlClient(Simulator simulator, SimulatedEndpoint node) throws Exception {
        this(simulator, node, "/axl/");
    }

    AxlClient(Simulator simulator, SimulatedEndpoint node, String path) throws Exception {
        http = trusting(simulator);
        uri = URI.create("https://localhost:" + node.httpsPort() + path);
    }

    static HttpClient trusting(Simulator simulator) throws GeneralSecurityException, IOException {
        return HttpClient.newBuilder()
                .sslContext(trusting(simulator.certificate()))
                .build();
    }

    static String basic(String username, String password) {
        String pair = username + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get() throws IOException, InterruptedException {
        return http.send(request().GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String version, String operation, String arguments)
            throws IOException, InterruptedException {
        return ask(version, version, operation, arguments);
    }

    HttpResponse<String> ask(String header, String version, String operation, String arguments)
            throws IOException, InterruptedException {
        String message = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:ns=\"http://www.cisco.com/AXL/API/" + version + "\"><soapenv:Header/><soapenv:Body><ns:"
                + operation + ">" + arguments + "</ns:" + operation + "></soapenv:Body></soapenv:Envelope>";
        HttpRequest post = request()
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"CUCM:DB ver=" + header + " " + operation + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return http.send(post, BodyHandlers.ofString());
    }

    /** Sends a message of the services for serviceability, all of whose elements are in one namespace. */
    HttpResponse<String> serviceability(String operation, String arguments) throws IOException, InterruptedException {
        String message = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><"
                + operation + " xmlns=\"http://schemas.cisco.com/ast/soap\">" + arguments + "</" + operation
                + "></soapenv:Body></soapenv:Envelope>";
        return post(operation, message);
    }

    /** Sends a whole message. */
    HttpResponse<String> post(String action, String message) throws IOException, InterruptedException {
        HttpRequest post = request()
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"" + action + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return http.send(post, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
        authorization.ifPresent(value -> request.header("Authorization", value));
        cookie.ifPresent(value -> request.header("Cookie", value));
        return request;
    }

    private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "simulator",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
