package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.service.ServiceState.STARTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BesideTheService
class HaRulesTest extends ModelTest {
    private static final List<HaState> NORMAL = List.of(HaState.NORMAL, HaState.NORMAL);

    @Test
    void theWholeRemedyEndsWithHighAvailabilityNormal() {
        SimulatedCluster cluster = releasing();
        clock.leap(Duration.ofMinutes(5));
        monitors(cluster, true);
        highAvailability(cluster, true);
        clock.leap(Duration.ofSeconds(70));
        assertThat(states(cluster)).containsExactly(HaState.INITIALIZING, HaState.INITIALIZING);

        clock.leap(Duration.ofDays(1));

        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
    }

    @Test
    void highAvailabilitySwitchedOnTooEarlyFailsOver() {
        SimulatedCluster cluster = releasing();
        highAvailability(cluster, true);
        cluster.tell(world -> world.services().stop("imp-sub", PRESENCE_ENGINE));
        clock.leap(Duration.ofSeconds(85));
        assertThat(states(cluster)).containsExactly(HaState.TAKING_OVER, HaState.FAILING_OVER);

        clock.leap(Duration.ofMinutes(10));

        assertThat(states(cluster))
                .containsExactly(
                        HaState.RUNNING_IN_BACKUP_MODE, HaState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING);
    }

    @Test
    void withCriticalServicesDownOnBothNodesTheGroupFails() {
        SimulatedCluster cluster = open("healthy");
        Stream.of("imp-pub", "imp-sub")
                .forEach(node -> cluster.tell(world -> world.services().stop(node, PRESENCE_ENGINE)));
        clock.leap(Duration.ofMinutes(3));

        assertThat(states(cluster)).containsExactly(HaState.FAILED, HaState.FAILED);
    }

    @Test
    void aShortRestartOfACriticalServiceDoesNotFailOver() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.services().restart("imp-sub", PRESENCE_ENGINE));
        clock.leap(Duration.ofMinutes(10));

        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
    }

    @Test
    void highAvailabilityDoesNotTravelWithoutTheSyncAgent() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.services().stop("imp-pub", "Cisco Sync Agent"));
        highAvailability(cluster, false);
        clock.leap(Duration.ofSeconds(80));
        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);

        cluster.tell(world -> world.services().start("imp-pub", "Cisco Sync Agent"));
        clock.leap(Duration.ofMinutes(3));

        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
    }

    @Test
    void aSecondGroupHasItsOwnHighAvailability() {
        SimulatedCluster cluster =
                SimulatedCluster.open(home.resolve("state.json"), List.of("stuck-in-starting"), true, 1, clock);
        highAvailability(cluster, false);
        clock.leap(Duration.ofMinutes(2));

        assertThat(cluster.<HaState>ask(
                        world -> group(world, "BranchSubcluster").state("imp-sub2")))
                .isEqualTo(HaState.NORMAL);
        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
    }

    @Test
    void everyScenarioOfWhichHighAvailabilityTakesNoticeSaysSo() {
        List<String> noticed = Scenarios.names().stream()
                .filter(name -> !states(begun(name)).equals(NORMAL))
                .filter(name -> states(begun(name + "-at-once")).equals(NORMAL))
                .toList();

        assertThat(Scenarios.variants())
                .containsExactlyElementsOf(noticed.stream()
                        .flatMap(name -> Stream.of(name + "-at-once", name + "-ha-off"))
                        .toList());
    }

    private SimulatedCluster begun(String scenario) {
        return SimulatedCluster.passing(Scenarios.parse(scenario), clock);
    }
}
