package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.database.StartFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartSettingsTest {
    private static final String INSECURE = "quarkus.http.insecure-requests";

    @TempDir
    Path folder;

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @AfterEach
    void forget() {
        System.clearProperty(INSECURE);
    }

    @Test
    void withACertificatePlainHttpIsClosedAndTheHttpsPortIsTheOneToBeFree() throws Exception {
        String file = Files.writeString(folder.resolve("tls.crt"), "").toString();
        Config config = config(Map.of(
                "quarkus.tls.key-store.pem.0.cert",
                file,
                "quarkus.tls.key-store.pem.0.key",
                file,
                "quarkus.http.port",
                "1",
                "quarkus.http.ssl-port",
                "2"));
        TlsSettings.of(config).announce(config);
        assertThat(System.getProperty(INSECURE)).isEqualTo("disabled");
        assertThat(HttpPort.of(config).port()).isEqualTo(2);
    }

    @Test
    void whoWantsARedirectKeepsIt() throws Exception {
        String file = Files.writeString(folder.resolve("tls.crt"), "").toString();
        Config config = config(Map.of("quarkus.tls.key-store.pem.0.cert", file, INSECURE, "redirect"));
        TlsSettings.of(config).announce(config);
        assertThat(System.getProperty(INSECURE)).isNull();
    }

    @Test
    void withoutACertificateNothingChanges() {
        Config config = config(Map.of("quarkus.http.port", "1"));
        TlsSettings.of(config).announce(config);
        assertThat(System.getProperty(INSECURE)).isNull();
        assertThat(HttpPort.of(config).port()).isEqualTo(1);
    }

    @Test
    void aMissingCertificateIsNamedWithItsKey() {
        String file = folder.resolve("none.key").toString();
        Config config = config(Map.of("quarkus.tls.key-store.pem.0.key", file));
        assertThatThrownBy(() -> TlsSettings.of(config).announce(config))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(file, "quarkus.tls.key-store.pem.0.key");
    }

    @Test
    void aMissingFolderOfCredentialsIsNamed() {
        String missing = folder.resolve("none").toString();
        assertThatThrownBy(() -> Folders.require(config(Map.of("medic.credentials-dir", missing))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(missing, "medic.credentials-dir");
    }

    @Test
    void anEvidenceFolderThatIsNoneIsNamedAndOneThatIsYetToBeMadeIsFine() throws Exception {
        String file = Files.writeString(folder.resolve("file"), "in the way").toString();
        assertThatThrownBy(() -> Folders.require(config(Map.of("medic.evidence.dir", file))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(file, "medic.evidence.dir");
        Folders.require(
                config(Map.of("medic.evidence.dir", folder.resolve("new").toString())));
    }
}
