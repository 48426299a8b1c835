package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.ServiceState.STARTED;
import static io.presencemedic.cisco.ServiceState.STARTING;
import static io.presencemedic.cisco.ServiceState.STOPPED;
import static io.presencemedic.cisco.ServiceState.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.cisco.ServiceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedClusterTest {
    private static final String GROUP = "DefaultCUPSubcluster";
    private static final String PRESENCE_ENGINE = "Cisco Presence Engine";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();

    @Test
    void aHealthyClusterHasNothingInTransition() {
        SimulatedCluster cluster = open("healthy");

        assertThat(in(cluster, "imp-pub", STARTING)).isEmpty();
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
        assertThat(note(cluster, "imp-sub", "Cisco XCP Directory Service")).isEqualTo(Note.SERVICE_NOT_ACTIVATED);
        assertThat(note(cluster, "imp-sub", "Cisco DRF Master")).isEqualTo(Note.COMMANDED_OUT_OF_SERVICE);
    }

    @Test
    void theStuckSubscriberStaysStuckByItself() {
        SimulatedCluster cluster = open("stuck-in-starting");
        List<String> stuck = in(cluster, "imp-sub", STARTING);

        clock.tick(Duration.ofDays(2));

        assertThat(stuck).hasSizeGreaterThan(15).contains(PRESENCE_ENGINE, "Cisco XCP Router", "Cisco Sync Agent");
        assertThat(stuck).doesNotContain("A Cisco DB", "Cisco Tomcat", "Cisco IM and Presence Data Monitor");
        assertThat(in(cluster, "imp-sub", STARTING)).isEqualTo(stuck);
        assertThat(in(cluster, "imp-pub", STARTING)).isEmpty();
    }

    @Test
    void neitherHighAvailabilityNorTheMonitorsAloneReleaseTheStuckServices() {
        SimulatedCluster cluster = open("stuck-in-starting");
        monitors(cluster, false);
        clock.tick(Duration.ofHours(1));
        assertThat(in(cluster, "imp-sub", STARTING)).isNotEmpty();

        monitors(cluster, true);
        highAvailability(cluster, false);
        clock.tick(Duration.ofHours(1));
        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
        assertThat(in(cluster, "imp-sub", STARTING)).isNotEmpty();

        cluster.tell(world -> world.switchMonitor("imp-sub", false));
        clock.tick(Duration.ofHours(1));
        assertThat(in(cluster, "imp-sub", STARTING)).isNotEmpty();

        cluster.tell(world -> world.switchMonitor("imp-pub", false));
        clock.tick(Duration.ofMinutes(5));
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
    }

    @Test
    void releasedServicesBecomeStartedOneAfterTheOther() {
        SimulatedCluster cluster = releasing();

        int before = in(cluster, "imp-sub", STARTING).size();
        clock.tick(Duration.ofSeconds(30));
        int between = in(cluster, "imp-sub", STARTING).size();
        clock.tick(Duration.ofMinutes(3));

        assertThat(between).isPositive().isLessThan(before);
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
    }

    @Test
    void theWholeRemedyEndsWithHighAvailabilityNormal() {
        SimulatedCluster cluster = releasing();
        clock.tick(Duration.ofMinutes(5));
        monitors(cluster, true);
        highAvailability(cluster, true);
        clock.tick(Duration.ofSeconds(70));
        assertThat(states(cluster)).containsExactly(HaState.INITIALIZING, HaState.INITIALIZING);

        clock.tick(Duration.ofDays(1));

        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
        assertThat(in(cluster, "imp-sub", STARTING)).isEmpty();
    }

    @Test
    void aMonitorThatIsSwitchedOnTooEarlyHoldsTheRestAgain() {
        SimulatedCluster cluster = releasing();
        clock.tick(Duration.ofSeconds(30));
        monitors(cluster, true);
        clock.tick(Duration.ofHours(1));

        assertThat(in(cluster, "imp-sub", STARTING)).contains(PRESENCE_ENGINE);
    }

    @Test
    void highAvailabilitySwitchedOnTooEarlyFailsOver() {
        SimulatedCluster cluster = releasing();
        highAvailability(cluster, true);
        cluster.tell(world -> world.stop("imp-sub", PRESENCE_ENGINE));
        clock.tick(Duration.ofSeconds(85));
        assertThat(states(cluster)).containsExactly(HaState.TAKING_OVER, HaState.FAILING_OVER);

        clock.tick(Duration.ofMinutes(10));

        assertThat(states(cluster))
                .containsExactly(
                        HaState.RUNNING_IN_BACKUP_MODE, HaState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING);
    }

    @Test
    void withCriticalServicesDownOnBothNodesTheGroupFails() {
        SimulatedCluster cluster = open("healthy");
        Stream.of("imp-pub", "imp-sub").forEach(node -> cluster.tell(world -> world.stop(node, PRESENCE_ENGINE)));
        clock.tick(Duration.ofMinutes(3));

        assertThat(states(cluster)).containsExactly(HaState.FAILED, HaState.FAILED);
    }

    @Test
    void aShortRestartOfACriticalServiceDoesNotFailOver() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.restart("imp-sub", PRESENCE_ENGINE));
        clock.tick(Duration.ofMinutes(10));

        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
    }

    @Test
    void highAvailabilityDoesNotTravelWithoutTheSyncAgent() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.stop("imp-pub", "Cisco Sync Agent"));
        highAvailability(cluster, false);
        clock.tick(Duration.ofSeconds(80));
        assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);

        cluster.tell(world -> world.start("imp-pub", "Cisco Sync Agent"));
        clock.tick(Duration.ofMinutes(3));

        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
    }

    @Test
    void aServiceWithoutWhatItRequiresFailsToStart() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.stop("imp-sub", "Cisco SIP Proxy"));
        cluster.tell(world -> world.stop("imp-sub", PRESENCE_ENGINE));
        clock.tick(Duration.ofSeconds(10));
        cluster.tell(world -> world.start("imp-sub", PRESENCE_ENGINE));
        assertThat(state(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(STARTING);

        clock.tick(Duration.ofSeconds(30));

        assertThat(state(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(STOPPED);
        assertThat(note(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(Note.NOT_RUNNING);
    }

    @Test
    void restartingTheRouterRestartsAllActiveXcpServices() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.restart("imp-sub", "Cisco XCP Router"));
        assertThat(in(cluster, "imp-sub", STOPPING))
                .contains("Cisco XCP Router", "Cisco XCP Connection Manager", "Cisco XCP Authentication Service");

        clock.tick(Duration.ofMinutes(2));

        assertThat(state(cluster, "imp-sub", "Cisco XCP Connection Manager")).isEqualTo(STARTED);
        assertThat(state(cluster, "imp-sub", "Cisco XCP Directory Service")).isEqualTo(STOPPED);
    }

    @Test
    void stoppingAndStartingTheRouterLeavesTheOtherXcpServicesDown() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.stop("imp-sub", "Cisco XCP Router"));
        clock.tick(Duration.ofMinutes(1));
        cluster.tell(world -> world.start("imp-sub", "Cisco XCP Router"));
        clock.tick(Duration.ofMinutes(1));

        assertThat(state(cluster, "imp-sub", "Cisco XCP Router")).isEqualTo(STARTED);
        assertThat(note(cluster, "imp-sub", "Cisco XCP Connection Manager")).isEqualTo(Note.COMMANDED_OUT_OF_SERVICE);
    }

    @Test
    void manySmallStepsOfTimeGiveTheSameAsOneLeap() {
        SimulatedCluster leaping = releasing();
        Path other = home.resolve("other.json");
        clock.tick(Duration.ofMinutes(2));
        List<String> atOnce = all(leaping);

        SettableClock slow = new SettableClock();
        SimulatedCluster stepping = SimulatedCluster.open(other, List.of("stuck-in-starting"), false, 1, slow);
        release(stepping, slow);
        for (int second = 0; second < 120; second++) {
            slow.tick(Duration.ofSeconds(1));
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
        clock.tick(Duration.ofMinutes(5));
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
        cluster.tell(world -> world.restart("imp-sub", PRESENCE_ENGINE));
        clock.tick(Duration.ofSeconds(1));

        assertThat(state(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(STARTED);
    }

    @Test
    void aSecondGroupHasItsOwnHighAvailability() {
        SimulatedCluster cluster =
                SimulatedCluster.open(home.resolve("state.json"), List.of("stuck-in-starting"), true, 1, clock);
        highAvailability(cluster, false);
        clock.tick(Duration.ofMinutes(2));

        assertThat(cluster.<HaState>ask(
                        world -> group(world, "BranchSubcluster").state("imp-sub2")))
                .isEqualTo(HaState.NORMAL);
        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
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
                    .filter(name -> !name.equals("index"))
                    .toList();
            assertThat(Scenarios.names()).containsExactlyInAnyOrderElementsOf(names);
        }
        Scenarios.names().forEach(name -> assertThat(all(open(name))).isNotEmpty());
    }

    private SimulatedCluster open(String scenarios) {
        return SimulatedCluster.open(home.resolve("state.json"), Scenarios.parse(scenarios), false, 1, clock);
    }

    private SimulatedCluster releasing() {
        SimulatedCluster cluster = open("stuck-in-starting");
        release(cluster, clock);
        return cluster;
    }

    private static void release(SimulatedCluster cluster, SettableClock clock) {
        highAvailability(cluster, false);
        clock.tick(Duration.ofMinutes(2));
        monitors(cluster, false);
    }

    private static void monitors(SimulatedCluster cluster, boolean on) {
        Stream.of("imp-pub", "imp-sub").forEach(node -> cluster.tell(world -> world.switchMonitor(node, on)));
    }

    private static void highAvailability(SimulatedCluster cluster, boolean on) {
        cluster.tell(world -> world.configureHighAvailability(group(world, GROUP), on));
    }

    private static GroupState group(World world, String name) {
        return world.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<HaState> states(SimulatedCluster cluster) {
        return cluster.ask(world ->
                Stream.of("imp-pub", "imp-sub").map(group(world, GROUP)::state).toList());
    }

    private static List<String> in(SimulatedCluster cluster, String node, ServiceState state) {
        return cluster.ask(world -> world.node(node).services().stream()
                .filter(row -> row.state() == state)
                .map(ServiceRow::name)
                .toList());
    }

    private static ServiceState state(SimulatedCluster cluster, String node, String service) {
        return cluster.ask(
                world -> world.node(node).service(service).orElseThrow().state());
    }

    private static Note note(SimulatedCluster cluster, String node, String service) {
        return cluster.ask(
                world -> world.node(node).service(service).orElseThrow().note());
    }

    private static List<String> all(SimulatedCluster cluster) {
        return cluster.ask(world -> world.nodes().stream()
                .flatMap(node -> node.services().stream()
                        .map(row -> node.name() + " " + row.name() + " " + row.state() + " " + row.since()))
                .toList());
    }
}
