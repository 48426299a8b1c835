package io.presencemedic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An identity provider on this machine: it publishes its key and signs what it is asked to sign, at {@code /sign} with
 * that key and at {@code /forge} with another one. At {@code /asked} it tells what it was asked by the service.
 */
public final class TokenIssuer {
    private static final String KEY_ID = "one";
    /** Bytes of a coordinate on the curve P-256 (RFC 7518, section 6.2.1.2). */
    private static final int COORDINATE = 32;

    private final HttpServer server;
    private final KeyPair published = pair();
    private final KeyPair other = pair();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private TokenIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/.well-known/openid-configuration", body -> """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token",
                 "introspection_endpoint":"%1$s/introspect","id_token_signing_alg_values_supported":["ES256"]}
                """.formatted(url()));
        answer("/jwks", body -> jwks());
        answer("/introspect", body -> {
            asked.add(body);
            return "{\"active\":false}";
        });
        answer("/sign", body -> token(published, body));
        answer("/forge", body -> token(other, body));
        answer("/asked", body -> String.join("\n", asked));
        server.start();
    }

    /** Starts one and gives the service's configuration for it. */
    public static Map<String, String> start() {
        try {
            String url = new TokenIssuer().url();
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true",
                    "quarkus.oidc.auth-server-url", url,
                    "quarkus.oidc.token.audience", "presence-medic",
                    "quarkus.oidc.roles.role-claim-path", "groups",
                    "medic.access.groups.\"medic-operators\".role", "OPERATOR",
                    "medic.access.groups.\"medic-approvers\".role", "APPROVER",
                    "medic.access.groups.\"medic-emea\".verbs", "EXECUTE",
                    "medic.access.groups.\"medic-emea\".clusters", "emea*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Answer {
        String to(String body) throws GeneralSecurityException;
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (HttpExchange open = exchange) {
                String body = new String(open.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                byte[] text = answer.to(body).getBytes(StandardCharsets.UTF_8);
                open.getResponseHeaders().set("Content-Type", path.equals("/sign") ? "text/plain" : "application/json");
                open.sendResponseHeaders(200, text.length == 0 ? -1 : text.length);
                open.getResponseBody().write(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String jwks() {
        ECPoint point = ((ECPublicKey) published.getPublic()).getW();
        return """
            {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}
            """.formatted(KEY_ID, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    private static String token(KeyPair pair, String claims) throws GeneralSecurityException {
        String head = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}";
        String signed =
                base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, all, COORDINATE - length, length);
        return base64(all);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
