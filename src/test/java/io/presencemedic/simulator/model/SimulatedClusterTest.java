package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.service.ServiceState.STARTED;
import static io.presencemedic.cisco.service.ServiceState.STARTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.LeapingClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BesideTheService
class SimulatedClusterTest extends ModelTest {
    @Test
    void aHealthyClusterHasNothingInTransition() {
        SimulatedCluster cluster = open("healthy");

        assertThat(in(cluster, "imp-pub", STARTING)).isEmpty();
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
        assertThat(note(cluster, "imp-sub", "Cisco XCP Directory Service"))
                .isEqualTo(ServiceNote.SERVICE_NOT_ACTIVATED);
        assertThat(note(cluster, "imp-sub", "Cisco DRF Master")).isEqualTo(ServiceNote.COMMANDED_OUT_OF_SERVICE);
    }

    @Test
    void manySmallStepsOfTimeGiveTheSameAsOneLeap() {
        SimulatedCluster leaping = releasing();
        Path other = home.resolve("other.json");
        clock.leap(Duration.ofMinutes(2));
        List<String> atOnce = all(leaping);

        LeapingClock slow = new LeapingClock();
        SimulatedCluster stepping = SimulatedCluster.open(other, List.of("stuck-in-starting"), false, 1, slow);
        release(stepping, slow);
        for (int second = 0; second < 120; second++) {
            slow.leap(Duration.ofSeconds(1));
            all(stepping);
        }

        assertThat(all(stepping)).isEqualTo(atOnce);
    }

    @Test
    void theStateOutlivesTheProcessAndAnotherScenarioResetsIt() {
        SimulatedCluster first = open("stuck-in-starting");
        monitors(first, false);
        highAvailability(first, false);

        SimulatedCluster second = open("stuck-in-starting");
        clock.leap(Duration.ofMinutes(5));
        assertThat(in(second, "imp-sub", STARTING)).isEmpty();
        assertThat(second.<Boolean>ask(world -> world.node("imp-pub").monitorOn()))
                .isFalse();

        SimulatedCluster third = open("healthy");
        assertThat(third.<Boolean>ask(world -> world.node("imp-pub").monitorOn()))
                .isTrue();
        assertThat(states(third)).containsExactly(HaState.NORMAL, HaState.NORMAL);
    }

    @Test
    void aDamagedStateFileMeansANewCluster() throws Exception {
        Files.writeString(home.resolve("state.json"), "{\"scenarios\":[\"healthy\"");

        assertThat(states(open("healthy"))).containsExactly(HaState.NORMAL, HaState.NORMAL);
    }

    @Test
    void timePassesFasterByTheFactor() {
        SimulatedCluster cluster =
                SimulatedCluster.open(home.resolve("state.json"), List.of("healthy"), false, 60, clock);
        cluster.tell(world -> world.services().restart("imp-sub", PRESENCE_ENGINE));
        clock.leap(Duration.ofSeconds(1));

        assertThat(state(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(STARTED);
    }

    @Test
    void anUnknownScenarioIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> open("gremlins"))
                .hasMessageContaining("'gremlins'")
                .hasMessageContaining("healthy, stuck-in-starting");
    }

    @Test
    void everyScenarioIsInTheIndexAndCanBePlayed() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/simulator/scenarios"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !name.equals("index") && !name.equals("options"))
                    .toList();
            assertThat(Stream.concat(Scenarios.names().stream(), Scenarios.options().stream()))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        Stream.of(Scenarios.names(), Scenarios.options(), Scenarios.variants())
                .flatMap(List::stream)
                .forEach(name -> assertThat(all(open(name))).isNotEmpty());
    }
}
