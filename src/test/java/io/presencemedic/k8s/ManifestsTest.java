package io.presencemedic.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.StopDeadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class ManifestsTest {
    private static final Path OVERLAYS = Path.of("k8s/overlays").toAbsolutePath();

    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    private static Manifests overlay(String name) throws Exception {
        return Manifests.of(OVERLAYS.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "cnpg", "monitoring"})
    void everyManifestHasTheFieldsOfItsKindAndNoOthers(String overlay) throws Exception {
        List<JsonNode> all = overlay(overlay).all();
        assertThat(all).isNotEmpty();
        for (JsonNode manifest : all) {
            assertThat(ManifestCheck.complaints(manifest))
                    .as(manifest.path("kind").asText())
                    .isEmpty();
        }
    }

    @Test
    void noOverlayIsLeftOut() throws IOException {
        try (Stream<Path> folders = Files.list(OVERLAYS)) {
            assertThat(folders.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("demo", "production", "cnpg", "monitoring");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cnpg, Deployment, /spec/template/spec, readOnlyRootFileSystem",
        "cnpg, Deployment, /spec/template/spec/containers/0, livenesProbe",
        "cnpg, Deployment, /spec/strategy, maxUnavailable",
        "cnpg, NetworkPolicy, /spec/egress/0, port",
        "cnpg, Cluster, /spec, instance",
        "cnpg, Cluster, /spec/storage, sise",
        "monitoring, PodMonitor, /spec/podMetricsEndpoints/0, intervall",
        "monitoring, PrometheusRule, /spec/groups/0/rules/0, expresion"
    })
    void aFieldThatTheKindDoesNotKnowIsFound(String overlay, String kind, String place, String typo) throws Exception {
        JsonNode manifest = overlay(overlay).only(kind);
        ((ObjectNode) manifest.at(place)).put(typo, "1");
        assertThat(ManifestCheck.complaints(manifest)).anyMatch(complaint -> complaint.contains(typo));
    }

    @ParameterizedTest
    @CsvSource({
        "cnpg, Deployment, /spec, selector",
        "cnpg, Deployment, /spec/template/spec, containers",
        "cnpg, Deployment, /spec/template/spec/containers/0, name",
        "cnpg, Deployment, /spec/template/spec/containers/0/ports/0, containerPort",
        "cnpg, Deployment, /spec/template/spec/topologySpreadConstraints/0, topologyKey",
        "cnpg, Cluster, /spec, instances",
        "monitoring, PodMonitor, /spec, selector",
        "monitoring, PrometheusRule, /spec/groups/0, name",
        "monitoring, PrometheusRule, /spec/groups/0/rules/0, expr"
    })
    void aRequiredFieldThatIsMissingIsFound(String overlay, String kind, String place, String field) throws Exception {
        JsonNode manifest = overlay(overlay).only(kind);
        assertThat(((ObjectNode) manifest.at(place)).remove(field)).isNotNull();
        assertThat(ManifestCheck.complaints(manifest)).anyMatch(complaint -> complaint.contains(field));
    }

    @Test
    void aValueOfAnotherTypeIsFound() throws Exception {
        JsonNode manifest = overlay("cnpg").only("Deployment");
        ((ObjectNode) manifest.at("/spec")).put("replicas", "two");
        assertThat(ManifestCheck.complaints(manifest)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "cnpg"})
    void thePodIsRestrictedAndItsVolumesAreThere(String overlay) throws Exception {
        JsonNode pod = overlay(overlay).only("Deployment").at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(texts(container.at("/volumeMounts"), "name"))
                .containsExactlyInAnyOrderElementsOf(texts(pod.at("/volumes"), "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "cnpg"})
    void whatSelectsThePodSelectsIt(String overlay) throws Exception {
        Manifests all = overlay(overlay);
        JsonNode labels = all.only("Deployment").at("/spec/template/metadata/labels");
        assertThat(all.only("Deployment").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(all.only("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(all.only("NetworkPolicy").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        if (all.has("PodDisruptionBudget")) {
            assertThat(all.only("PodDisruptionBudget").at("/spec/selector/matchLabels"))
                    .isEqualTo(labels);
        }
        assertThat(overlay("monitoring").only("PodMonitor").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "cnpg"})
    void anUpdateAndADrainLeaveTheServiceUp(String overlay) throws Exception {
        Manifests all = overlay(overlay);
        JsonNode deployment = all.only("Deployment");
        assertThat(deployment.at("/spec/replicas").asInt()).isGreaterThan(1);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                .isZero();
        assertThat(all.only("PodDisruptionBudget").at("/spec/maxUnavailable").asInt())
                .isEqualTo(1);
        assertThat(all.only("PersistentVolumeClaim").at("/spec/accessModes/0").asText())
                .isEqualTo("ReadWriteMany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "cnpg"})
    void replicasShareTheKeysThatTheyWouldMakeThemselvesOtherwise(String overlay) throws Exception {
        for (String name : List.of("MEDIC_NOTIFY_SECRET_KEY", "MEDIC_AUDIT_SIGNING_KEY")) {
            assertThat(secret(overlay, name)).as(name).isEqualTo("presence-medic-keys");
        }
    }

    @ParameterizedTest
    @CsvSource({"production, presence-medic-database-owner", "cnpg, presence-medic-db-app"})
    void theServiceIsNotTheAccountThatOwnsTheTables(String overlay, String owner) throws Exception {
        for (String part : List.of("USERNAME", "PASSWORD")) {
            assertThat(secret(overlay, "QUARKUS_DATASOURCE_" + part)).isEqualTo("presence-medic-database");
            assertThat(secret(overlay, "QUARKUS_FLYWAY_" + part)).isEqualTo(owner);
        }
        JsonNode cluster = overlay("cnpg").only("Cluster");
        assertThat(cluster.at("/spec/bootstrap/initdb/owner").asText()).isEqualTo("medic_owner");
        assertThat(cluster.at("/spec/managed/roles/0/name").asText()).isEqualTo("medic");
        assertThat(cluster.at("/spec/managed/roles/0/passwordSecret/name").asText())
                .isEqualTo("presence-medic-database");
    }

    /** From which secret a variable comes. */
    private static String secret(String overlay, String variable) throws Exception {
        for (JsonNode each : overlay(overlay).only("Deployment").at("/spec/template/spec/containers/0/env")) {
            if (each.path("name").asText().equals(variable)) {
                return each.at("/valueFrom/secretKeyRef/name").asText();
            }
        }
        throw new AssertionError(overlay + " sets no " + variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "cnpg"})
    void eachProbeAsksAPortThatTheContainerHas(String overlay) throws Exception {
        JsonNode container = overlay(overlay).only("Deployment").at("/spec/template/spec/containers/0");
        List<String> ports = texts(container.at("/ports"), "name");
        for (String probe : PROBES) {
            assertThat(ports)
                    .contains(container.at("/" + probe + "/httpGet/port").asText());
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).startsWith("/q/health/");
        }
    }

    /** Elsewhere than in {@code demo}, which nobody reaches but by {@code kubectl port-forward}. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "cnpg"})
    void whatTheServicePassesOnIsLetIn(String overlay) throws Exception {
        assertThatCallersReachThePod(overlay(overlay));
    }

    private static void assertThatCallersReachThePod(Manifests all) {
        JsonNode ingress = all.only("NetworkPolicy").at("/spec/ingress");
        assertThat(texts(all.only("Service").at("/spec/ports"), "targetPort"))
                .isEqualTo(texts(ingress.at("/0/ports"), "port"))
                .isSubsetOf(texts(container(all).at("/ports"), "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "cnpg"})
    void aPodIsGivenTheTimeThatItsStopTakes(String overlay) throws Exception {
        Manifests all = overlay(overlay);
        int pause = container(all).at("/lifecycle/preStop/sleep/seconds").asInt();
        assertThat(pause).isPositive();
        assertThat(all.only("Deployment")
                        .at("/spec/template/spec/terminationGracePeriodSeconds")
                        .asLong())
                .isBetween(pause + StopDeadline.PATIENCE.toSeconds() + 1, 30L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "cnpg"})
    void tlsIsAddedToAnOverlay(String overlay, @TempDir Path folder) throws Exception {
        Path k8s = Path.of("k8s").toAbsolutePath();
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources: [%s]
                components: [%s]
                """.formatted(
                        folder.toRealPath()
                                .relativize(k8s.toRealPath().resolve("overlays").resolve(overlay)),
                        folder.toRealPath().relativize(k8s.toRealPath().resolve("components/tls"))));
        Manifests all = Manifests.of(folder);
        for (JsonNode manifest : all.all()) {
            assertThat(ManifestCheck.complaints(manifest)).isEmpty();
        }
        assertThat(all.only("Service").at("/spec/ports/0/port").asInt()).isEqualTo(443);
        assertThatCallersReachThePod(all);
        JsonNode container = container(all);
        assertThat(container.toString()).contains("/etc/presence-medic/tls/tls.crt");
        for (String probe : PROBES) {
            assertThat(container.at("/" + probe))
                    .isEqualTo(container(overlay(overlay)).at("/" + probe));
        }
    }

    private static JsonNode container(Manifests all) {
        return all.only("Deployment").at("/spec/template/spec/containers/0");
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(each -> found.add(each.path(field).asText()));
        return found;
    }
}
