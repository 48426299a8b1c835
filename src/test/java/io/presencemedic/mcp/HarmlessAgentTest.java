package io.presencemedic.mcp;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.EnteredCluster;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.Thorough;
import io.presencemedic.simulator.JournalEntry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whatever an agent's key calls, with whatever arguments, the nodes hear no command that changes anything. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class HarmlessAgentTest {
    private static final Logger LOG = Logger.getLogger(HarmlessAgentTest.class);
    private static final Set<String> AT_REST =
            Set.of("SUCCEEDED", "FAILED", "CANCELLED", "NEEDS_ATTENTION", "AWAITING_APPROVAL");

    @Test
    void noCallOfAnAgentChangesACluster() {
        try (EnteredCluster cluster = new EnteredCluster("network-services-down", false)) {
            RandomCalls agent = new RandomCalls(McpSession.open(McpSession.agentsKey()), cluster.id);
            for (int i = Thorough.points(200, 10_000); i > 0; i--) {
                agent.call();
            }
            List<String> states = settled(cluster.id);

            assertThat(agent.answered().keySet()).isEqualTo(RandomCalls.WEIGHTS.keySet());
            assertThat(states).as("the wish to execute was reached").contains("AWAITING_APPROVAL");
            assertThat(cluster.simulator.heard()).as("the nodes were asked").isNotEmpty();
            assertThat(cluster.simulator.heard())
                    .filteredOn(JournalEntry::changes)
                    .isEmpty();
            LOG.info("Calls by tool, good and refused: " + agent.answered());
        }
    }

    private static List<String> settled(String cluster) {
        eventually()
                .atMost(Duration.ofMinutes(4))
                .until(() -> states(cluster, "QUEUED", "RUNNING", "WAITING").isEmpty());
        return states(cluster, AT_REST.toArray(String[]::new));
    }

    private static List<String> states(String cluster, String... states) {
        return Arrays.stream(states)
                .flatMap(state -> asAdmin()
                        .queryParam("cluster", cluster)
                        .queryParam("state", state)
                        .queryParam("limit", 1)
                        .get("/api/v1/jobs")
                        .jsonPath()
                        .getList("items.state", String.class)
                        .stream())
                .toList();
    }
}
