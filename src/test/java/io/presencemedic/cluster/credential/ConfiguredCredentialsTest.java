package io.presencemedic.cluster.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredCredentialsTest {
    @TempDir
    Path folder;

    private ConfiguredCredentials configured(Map<String, String> properties) {
        return new ConfiguredCredentials(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }

    private ConfiguredCredentials mounted() {
        return configured(Map.of("medic.credentials-dir", folder.toString()));
    }

    private void mount(String name, String username, String password) throws IOException {
        Path secret = Files.createDirectories(folder.resolve(name));
        Files.writeString(secret.resolve("username"), username);
        Files.writeString(secret.resolve("password"), password);
    }

    @Test
    void aCredentialIsFoundInTheConfiguration() {
        var credentials = configured(Map.of(
                "medic.credentials.\"emea-platform\".username", "admin",
                "medic.credentials.\"emea-platform\".password", "s e c r e t"));
        assertThat(credentials.find("emea-platform")).contains(new Credential("admin", "s e c r e t"));
        assertThat(credentials.find("emea-axl")).isEmpty();
    }

    @Test
    void aCredentialIsFoundInTheEnvironment() {
        var credentials = new ConfiguredCredentials(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "MEDIC_CREDENTIALS__EMEA_PLATFORM__USERNAME", "admin",
                                "MEDIC_CREDENTIALS__EMEA_PLATFORM__PASSWORD", "secret"),
                        300))
                .build());
        assertThat(credentials.find("emea-platform")).contains(new Credential("admin", "secret"));
    }

    @Test
    void aCredentialIsFoundInAMountedFolderAndMayBeRenewed() throws IOException {
        mount("emea", "admin\n", "one\r\n");
        var credentials = mounted();
        assertThat(credentials.find("emea")).contains(new Credential("admin", "one"));
        mount("emea", "admin", " two\n\n");
        assertThat(credentials.find("emea")).contains(new Credential("admin", " two\n"));
    }

    @Test
    void halfACredentialIsNone() throws IOException {
        Files.createDirectories(folder.resolve("half"));
        Files.writeString(folder.resolve("half/username"), "admin");
        assertThat(mounted().find("half")).isEmpty();
        assertThat(configured(Map.of("medic.credentials.\"half\".password", "x"))
                        .find("half"))
                .isEmpty();
    }

    @Test
    void theFileThatIsMissingOrEmptyIsNamed() throws IOException {
        Path half = Files.createDirectories(folder.resolve("half"));
        Files.writeString(half.resolve("username"), "admin");
        assertThat(mounted().gap("half")).contains("The file " + half.resolve("password") + " is missing");
        Files.writeString(half.resolve("password"), "\n");
        assertThat(mounted().gap("half"))
                .contains("The file " + half.resolve("password") + " is empty or cannot be read");
        Files.writeString(half.resolve("password"), "secret");
        assertThat(mounted().gap("half")).isEmpty();
        assertThat(mounted().gap("none")).isEmpty();
    }

    @Test
    void aNameNeverLeadsOutOfTheFolder() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        mount("outside", "admin", "secret");
        var credentials = configured(Map.of("medic.credentials-dir", inner.toString()));
        assertThat(credentials.find("../outside")).isEmpty();
        assertThat(credentials.find(folder.resolve("outside").toString())).isEmpty();
        assertThat(credentials.find("..")).isEmpty();
    }

    @Test
    void whereACredentialMayBeSentIsSaidBesideIt() throws IOException {
        var configured = configured(Map.of(
                "medic.credentials.\"emea\".hosts", "10.0.0.0/24, *.example.com,10.0.0.0/99",
                "medic.credentials.\"emea\".clusters", "emea"));
        assertThat(configured.scope("emea"))
                .contains(new CredentialScope(List.of("10.0.0.0/24", "*.example.com"), List.of("emea")));
        mount("mounted", "admin", "secret");
        assertThat(mounted().scope("mounted")).isEmpty();
        Files.writeString(folder.resolve("mounted/hosts"), "imp-pub\nimp-sub\n");
        assertThat(mounted().scope("mounted")).contains(new CredentialScope(List.of("imp-pub", "imp-sub"), List.of()));
    }

    @Test
    void theTextOfACredentialDoesNotTellThePassword() {
        assertThat(new Credential("admin", "secret").toString())
                .contains("admin")
                .doesNotContain("secret");
    }
}
