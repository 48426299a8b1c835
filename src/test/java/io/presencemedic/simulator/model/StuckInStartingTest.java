package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.service.ServiceState.STARTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@BesideTheService
class StuckInStartingTest extends ModelTest {
    @Test
    void theStuckSubscriberStaysStuckByItself() {
        SimulatedCluster cluster = open("stuck-in-starting");
        List<String> stuck = in(cluster, "imp-sub", STARTING);

        clock.leap(Duration.ofDays(2));

        assertThat(stuck).hasSizeGreaterThan(15).contains(PRESENCE_ENGINE, "Cisco XCP Router", "Cisco Sync Agent");
        assertThat(stuck).doesNotContain("A Cisco DB", "Cisco Tomcat", "Cisco IM and Presence Data Monitor");
        assertThat(in(cluster, "imp-sub", STARTING)).isEqualTo(stuck);
        assertThat(in(cluster, "imp-pub", STARTING)).isEmpty();
    }

    @Test
    void neitherHighAvailabilityNorTheMonitorsAloneReleaseTheStuckServices() {
        SimulatedCluster cluster = open("stuck-in-starting");
        monitors(cluster, false);
        clock.leap(Duration.ofHours(1));
        assertThat(in(cluster, "imp-sub", STARTING)).isNotEmpty();

        monitors(cluster, true);
        highAvailability(cluster, false);
        clock.leap(Duration.ofHours(1));
        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
        assertThat(in(cluster, "imp-sub", STARTING)).isNotEmpty();

        cluster.tell(world -> world.switchMonitor("imp-sub", false));
        clock.leap(Duration.ofHours(1));
        assertThat(in(cluster, "imp-sub", STARTING)).isNotEmpty();

        cluster.tell(world -> world.switchMonitor("imp-pub", false));
        clock.leap(Duration.ofMinutes(5));
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
    }

    @Test
    void releasedServicesBecomeStartedOneAfterTheOther() {
        SimulatedCluster cluster = releasing();

        int before = in(cluster, "imp-sub", STARTING).size();
        clock.leap(Duration.ofSeconds(30));
        int between = in(cluster, "imp-sub", STARTING).size();
        clock.leap(Duration.ofMinutes(3));

        assertThat(between).isPositive().isLessThan(before);
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
    }

    @Test
    void aMonitorThatIsSwitchedOnTooEarlyHoldsTheRestAgain() {
        SimulatedCluster cluster = releasing();
        clock.leap(Duration.ofSeconds(30));
        monitors(cluster, true);
        clock.leap(Duration.ofHours(1));

        assertThat(in(cluster, "imp-sub", STARTING)).contains(PRESENCE_ENGINE);
    }
}
