package io.presencemedic.diagnosis;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.presencemedic.EnteredCluster;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Diagnoses of a cluster that was entered by a caller: its first contact, its algorithms. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class EnteredClusterTest {
    @Test
    void theKeyOfTheFirstContactIsPinnedWithAnEventAndHoldsFromThenOn() throws Exception {
        try (EnteredCluster cluster = new EnteredCluster("healthy", false)) {
            assertThat(cluster.hostKeys()).containsOnlyNulls();

            String first = succeeded(cluster);
            List<SimulatedEndpoint> nodes = cluster.simulator.endpoints();
            assertThat(pinned(first))
                    .extracting(event -> event.get("node") + " " + event.get("fingerprint"))
                    .containsExactlyInAnyOrderElementsOf(nodes.stream()
                            .map(node -> node.name() + " " + node.hostKey())
                            .toList());
            assertThat(cluster.hostKeys())
                    .containsExactlyElementsOf(
                            nodes.stream().map(SimulatedEndpoint::hostKey).toList());

            String second = succeeded(cluster);
            assertThat(pinned(second)).isEmpty();

            cluster.simulator.faults().add(Fault.of(FaultKind.CHANGE_HOST_KEY));
            cluster.diagnosed()
                    .body("undetermined.reason.flatten()", hasItem(org.hamcrest.Matchers.containsString("host key")));
        }
    }

    @Test
    void aClusterThatMayUseOldAlgorithmsIsToldSo() {
        try (EnteredCluster old = new EnteredCluster("healthy", true);
                EnteredCluster modern = new EnteredCluster("healthy", false)) {
            old.diagnosed()
                    .body("outcome", is("FINDINGS"))
                    .body("findings.code", is(List.of("LEGACY_ALGORITHMS")))
                    .body("findings[0].evidence[0].command", is("(inventory)"));
            modern.diagnosed().body("findings.code", not(hasItem("LEGACY_ALGORITHMS")));
        }
    }

    private static String succeeded(EnteredCluster cluster) {
        ValidatableResponse diagnosis = cluster.diagnosed().body("state", is("SUCCEEDED"));
        return diagnosis.extract().path("id");
    }

    private static List<Map<String, Object>> pinned(String job) {
        return asAdmin()
                .queryParam("limit", 200)
                .get("/api/v1/jobs/" + job + "/events")
                .jsonPath()
                .getList("items.findAll { it.type == 'HOST_KEY_PINNED' }");
    }
}
