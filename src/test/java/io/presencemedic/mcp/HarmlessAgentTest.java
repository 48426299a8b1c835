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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void noCallOfAnAgentChangesACluster() throws Exception {
        int agents = Thorough.points(1, 4);
        ExecutorService sideBySide = Executors.newFixedThreadPool(agents);
        try {
            List<Future<Played>> all = new ArrayList<>();
            for (int i = 0; i < agents; i++) {
                long seed = 15 + i;
                all.add(sideBySide.submit(() -> play(seed)));
            }
            Map<String, int[]> answered = new TreeMap<>();
            List<String> states = new ArrayList<>();
            for (Future<Played> each : all) {
                Played played = each.get();
                states.addAll(played.states());
                played.answered().forEach((tool, counts) -> answered.merge(tool, counts, HarmlessAgentTest::sum));
            }
            LOG.info("Calls by tool, good/refused: "
                    + answered.entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1])
                            .toList());
            assertThat(answered.keySet()).isEqualTo(RandomCalls.WEIGHTS.keySet());
            assertThat(states).as("the wish to execute was reached").contains("AWAITING_APPROVAL");
        } finally {
            sideBySide.shutdownNow();
        }
    }

    private static int[] sum(int[] some, int[] others) {
        return new int[] {some[0] + others[0], some[1] + others[1]};
    }

    /** What an agent was answered by tool, good and refused, and how its jobs ended. */
    private record Played(Map<String, int[]> answered, List<String> states) {}

    /** An agent on a cluster of its own: whatever it calls, the nodes hear nothing that changes them. */
    private static Played play(long seed) {
        try (EnteredCluster cluster = new EnteredCluster("network-services-down", false)) {
            RandomCalls agent = new RandomCalls(McpSession.open(McpSession.agentsKey()), cluster.id, seed);
            for (int i = Thorough.points(200, 2_500); i > 0; i--) {
                agent.call();
            }
            List<String> states = settled(cluster.id);

            assertThat(cluster.simulator.heard()).as("the nodes were asked").isNotEmpty();
            assertThat(cluster.simulator.heard())
                    .filteredOn(JournalEntry::changes)
                    .isEmpty();
            return new Played(agent.answered(), states);
        }
    }

    private static List<String> settled(String cluster) {
        eventually().atMost(Duration.ofMinutes(4)).until(() -> states(cluster, "QUEUED", "RUNNING", "WAITING")
                .isEmpty());
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
