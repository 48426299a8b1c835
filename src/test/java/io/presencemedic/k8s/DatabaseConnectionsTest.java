package io.presencemedic.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import io.quarkus.datasource.common.runtime.DataSourceUtil;
import io.quarkus.reactive.datasource.runtime.DataSourceReactiveRuntimeConfig;
import io.quarkus.reactive.datasource.runtime.DataSourcesReactiveRuntimeConfig;
import io.quarkus.reactive.pg.client.runtime.DataSourcesReactivePostgreSQLConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the service connects to its database, by its settings and by what the manifests add to them. */
@BesideTheService
class DatabaseConnectionsTest {
    private static final List<String> POOLS = List.of(DataSourceUtil.DEFAULT_DATASOURCE_NAME, "engine");

    private static Manifests cnpg() throws IOException, InterruptedException {
        return Manifests.of(Path.of("k8s/overlays/cnpg").toAbsolutePath());
    }

    private static SmallRyeConfig configuredBy(Map<String, String> variables) throws IOException {
        return new SmallRyeConfigBuilder()
                .withMapping(DataSourcesReactiveRuntimeConfig.class)
                .withMapping(DataSourcesReactivePostgreSQLConfig.class)
                .withValidateUnknown(false)
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                                .toUri()
                                .toURL()),
                        new EnvConfigSource(variables, 300))
                .build();
    }

    private static DataSourceReactiveRuntimeConfig reactive(SmallRyeConfig config, String pool) {
        return config.getConfigMapping(DataSourcesReactiveRuntimeConfig.class)
                .dataSources()
                .get(pool)
                .reactive();
    }

    private static Optional<SslMode> sslMode(SmallRyeConfig config, String pool) {
        return config.getConfigMapping(DataSourcesReactivePostgreSQLConfig.class)
                .dataSources()
                .get(pool)
                .reactive()
                .postgresql()
                .sslMode();
    }

    @Test
    void bothPoolsVerifyTheServerThatTheOperatorKeepsAvailable() throws Exception {
        JsonNode data = cnpg().only("ConfigMap").path("data");
        Map<String, String> variables = new HashMap<>();
        data.fieldNames()
                .forEachRemaining(name -> variables.put(name, data.path(name).asText()));
        SmallRyeConfig config = configuredBy(variables);
        for (String pool : POOLS) {
            DataSourceReactiveRuntimeConfig reactive = reactive(config, pool);
            assertThat(sslMode(config, pool)).as(pool).hasValue(SslMode.VERIFY_FULL);
            assertThat(reactive.hostnameVerificationAlgorithm()).as(pool).isEqualTo("HTTPS");
            assertThat(reactive.trustCertificatePem().enabled()).as(pool).isTrue();
            assertThat(reactive.trustCertificatePem().certs())
                    .as(pool)
                    .hasValue(List.of("/etc/presence-medic/database-ca/ca.crt"));
        }
    }

    @Test
    void otherKindsOfCertificatesAreSaidOnceForBothPoolsAsWell() throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://database/medic",
                "QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL", "true",
                "QUARKUS_DATASOURCE_REACTIVE_KEY_CERTIFICATE_PEM", "true",
                "QUARKUS_DATASOURCE_REACTIVE_KEY_CERTIFICATE_PEM_KEYS", "client.key",
                "QUARKUS_DATASOURCE_REACTIVE_KEY_CERTIFICATE_PEM_CERTS", "client.crt"));
        for (String store : List.of("TRUST_CERTIFICATE_JKS", "TRUST_CERTIFICATE_PFX", "KEY_CERTIFICATE_JKS")) {
            variables.put("QUARKUS_DATASOURCE_REACTIVE_" + store, "true");
            variables.put("QUARKUS_DATASOURCE_REACTIVE_" + store + "_PATH", store);
            variables.put("QUARKUS_DATASOURCE_REACTIVE_" + store + "_PASSWORD", "changeit");
        }
        SmallRyeConfig config = configuredBy(variables);
        for (String pool : POOLS) {
            DataSourceReactiveRuntimeConfig reactive = reactive(config, pool);
            assertThat(reactive.trustAll()).as(pool).isTrue();
            assertThat(reactive.keyCertificatePem().enabled()).as(pool).isTrue();
            assertThat(reactive.keyCertificatePem().keys()).as(pool).hasValue(List.of("client.key"));
            assertThat(reactive.keyCertificatePem().certs()).as(pool).hasValue(List.of("client.crt"));
            assertThat(reactive.trustCertificateJks().path()).as(pool).hasValue("TRUST_CERTIFICATE_JKS");
            assertThat(reactive.trustCertificatePfx().path()).as(pool).hasValue("TRUST_CERTIFICATE_PFX");
            assertThat(reactive.keyCertificateJks().password()).as(pool).hasValue("changeit");
            assertThat(reactive.keyCertificatePfx().enabled()).as(pool).isFalse();
        }
    }

    @Test
    void theDatabaseTakesTheConnectionsOfAllReplicasAndOfOneMoreDuringAnUpdate() throws Exception {
        SmallRyeConfig config = configuredBy(Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://database/medic"));
        int migrations = config.getValue("quarkus.datasource.jdbc.max-size", Integer.class);
        int ofReplica = migrations
                + POOLS.stream()
                        .mapToInt(pool -> reactive(config, pool).maxSize())
                        .sum();
        int replicas = cnpg().only("Deployment").at("/spec/replicas").asInt() + 1;
        int keptForSuperusers = 3;
        assertThat(cnpg().only("Cluster")
                                .at("/spec/postgresql/parameters/max_connections")
                                .asInt()
                        - keptForSuperusers)
                .isGreaterThanOrEqualTo(replicas * ofReplica);
        assertThat(Files.readString(Path.of("docs/operations.md")))
                .contains("opens up to " + ofReplica + " connections");
    }
}
