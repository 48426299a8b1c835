package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An identity provider that others wrote, in a process of its own; see {@code src/test/integrations/oidc}. */
final class IdentityProvider implements AutoCloseable {
    /** Of the provider's clients, and of their cookies. */
    static final String SECRET = "a-secret-of-the-console-of-40-characters";

    private final Process process;
    private final String url;

    IdentityProvider() throws IOException {
        process = new ProcessBuilder("node", "src/test/integrations/oidc/provider.js", SECRET)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        url = String.valueOf(said.readLine());
        assertThat(url).as("is it installed? src/test/integrations/install").startsWith("http://localhost:");
    }

    String url() {
        return url;
    }

    /** A file with the settings of a service that knows its tokens, and lets its people sign in to the pages. */
    Path settings(Path folder) throws IOException {
        return Files.writeString(folder.resolve("medic.properties"), """
                medic.simulator.enabled=false
                medic.access.groups."medic-operators".role=OPERATOR
                quarkus.oidc.tenant-enabled=true
                quarkus.oidc.auth-server-url=%1$s
                quarkus.oidc.token.audience=presence-medic
                quarkus.oidc.roles.role-claim-path=groups
                quarkus.oidc.console.tenant-enabled=true
                quarkus.oidc.console.auth-server-url=%1$s
                quarkus.oidc.console.credentials.secret=%2$s
                quarkus.oidc.console.roles.role-claim-path=groups
                medic.console.provider=Example
                """.formatted(url, SECRET));
    }

    /** A token for a service, for what has that name at the provider. */
    String token(String client, String resource) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(client, SECRET)
                .formParam("grant_type", "client_credentials")
                .formParam("resource", resource)
                .post(url + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
