package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.database.StartFailure;
import io.quarkus.tls.runtime.config.KeyStoreConfig;
import io.quarkus.tls.runtime.config.TlsBucketConfig;
import io.quarkus.tls.runtime.config.TlsConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartSettingsTest {
    private static final String INSECURE = "quarkus.http.insecure-requests";
    private static final String CERTIFICATE = "quarkus.tls.key-store.pem.0.cert";
    private static final String KEY = "quarkus.tls.key-store.pem.0.key";

    @TempDir
    Path folder;

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @AfterEach
    void forget() {
        for (String key : List.of(INSECURE, CERTIFICATE, KEY)) {
            System.clearProperty(key);
        }
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
        assertThat(System.getProperty(CERTIFICATE)).isEqualTo(file);
        assertThat(HttpPort.of(config).port()).isEqualTo(2);
    }

    @Test
    void theFrameworkFindsACertificateThatEnvironmentVariablesName() throws Exception {
        String file = Files.writeString(folder.resolve("tls.crt"), "").toString();
        EnvConfigSource variables = new EnvConfigSource(
                Map.of("QUARKUS_TLS_KEY_STORE_PEM_0_CERT", file, "QUARKUS_TLS_KEY_STORE_PEM_0_KEY", file), 300);
        Config config = new SmallRyeConfigBuilder().withSources(variables).build();
        TlsSettings.of(config).announce(config);
        TlsConfig seen = new SmallRyeConfigBuilder()
                .withMapping(TlsConfig.class)
                .addDiscoveredConverters()
                .withSources(variables, new SysPropConfigSource())
                .build()
                .getConfigMapping(TlsConfig.class);
        assertThat(seen.defaultCertificateConfig()
                        .flatMap(TlsBucketConfig::keyStore)
                        .flatMap(KeyStoreConfig::pem))
                .hasValueSatisfying(pem -> assertThat(pem.keyCerts()).containsOnlyKeys("0"));
    }

    /** Probes and monitoring ask it in the clear. */
    @Test
    void thePortForHealthAndMetricsDoesNotTakeTheMainPortsCertificate() throws Exception {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(TlsConfig.class)
                .withValidateUnknown(false)
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                                .toUri()
                                .toURL()),
                        new PropertiesConfigSource(Map.of(CERTIFICATE, "tls.crt", KEY, "tls.key"), "test", 300))
                .build();
        String name = config.getValue("quarkus.management.tls-configuration-name", String.class);
        assertThat(config.getConfigMapping(TlsConfig.class).namedCertificateConfig())
                .hasEntrySatisfying(name, own -> assertThat(own.keyStore()).isEmpty());
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
        assertThatThrownBy(() -> Folders.require(config(Map.of("medic.evidence.dir", file + "/evidence/bundles"))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(file, "medic.evidence.dir");
        Folders.require(
                config(Map.of("medic.evidence.dir", folder.resolve("new").toString())));
    }
}
