package io.presencemedic.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an instance does beyond JavaScript: requests, and codes that prove where a message comes from. */
public final class Platform {
    private static final int LONGEST_REQUEST_MS = 30_000;

    /** As {@code sn_ws.RESTMessageV2}. */
    public Message message(String name, String method) {
        assertThat(name).isEqualTo("x_medic.Presence Medic");
        assertThat(method).isEqualTo("call");
        return new Message();
    }

    /** As {@code GlideCertificateEncryption.generateMac}: key and result in base64. */
    public String mac(String key, String algorithm, String text) throws GeneralSecurityException {
        assertThat(algorithm).isEqualTo("HmacSHA256");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A request. */
    public static final class Message {
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String endpoint = "";
        private String method = "";
        private String body = "";
        private int timeoutMs;

        public void setEndpoint(String address) {
            endpoint = address;
        }

        public void setHttpMethod(String verb) {
            method = verb;
        }

        public void setHttpTimeout(int milliseconds) {
            timeoutMs = milliseconds;
        }

        public void setMIDServer(String name) {
            assertThat(name).isNotBlank();
        }

        public void setRequestHeader(String name, String value) {
            headers.put(name, value);
        }

        public void setRequestBody(String text) {
            body = text;
        }

        public Response execute() throws IOException, InterruptedException {
            assertThat(timeoutMs)
                    .as("a request that an instance lets end")
                    .isPositive()
                    .isLessThan(LONGEST_REQUEST_MS);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint))
                    .timeout(Duration.ofMillis(timeoutMs))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return new Response(HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }
    }

    /** An answer. */
    public static final class Response {
        private final HttpResponse<String> answer;

        Response(HttpResponse<String> answer) {
            this.answer = answer;
        }

        public int getStatusCode() {
            return answer.statusCode();
        }

        public String getBody() {
            return answer.body();
        }

        public String getHeader(String name) {
            return answer.headers().firstValue(name).orElse(null);
        }
    }
}
