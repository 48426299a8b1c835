package io.presencemedic.simulator.model;

import io.presencemedic.LeapingClock;
import io.presencemedic.cisco.service.ServiceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the model share: a cluster in a folder of its own, and a clock that they move. */
abstract class ModelTest {
    static final String GROUP = "DefaultCUPSubcluster";
    static final String PRESENCE_ENGINE = "Cisco Presence Engine";

    @TempDir
    Path home;

    final LeapingClock clock = new LeapingClock();

    SimulatedCluster open(String scenarios) {
        return SimulatedCluster.open(home.resolve("state.json"), Scenarios.parse(scenarios), false, 1, clock);
    }

    SimulatedCluster releasing() {
        SimulatedCluster cluster = open("stuck-in-starting");
        release(cluster, clock);
        return cluster;
    }

    static void release(SimulatedCluster cluster, LeapingClock clock) {
        highAvailability(cluster, false);
        clock.leap(Duration.ofMinutes(2));
        monitors(cluster, false);
    }

    static void monitors(SimulatedCluster cluster, boolean on) {
        Stream.of("imp-pub", "imp-sub").forEach(node -> cluster.tell(world -> world.switchMonitor(node, on)));
    }

    static void highAvailability(SimulatedCluster cluster, boolean on) {
        cluster.tell(world -> world.configureHighAvailability(group(world, GROUP), on));
    }

    static SimulatedGroup group(World world, String name) {
        return world.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<HaState> states(SimulatedCluster cluster) {
        return cluster.ask(world ->
                Stream.of("imp-pub", "imp-sub").map(group(world, GROUP)::state).toList());
    }

    static List<String> in(SimulatedCluster cluster, String node, ServiceState state) {
        return cluster.ask(world -> world.node(node).services().stream()
                .filter(row -> row.state() == state)
                .map(SimulatedServiceRow::name)
                .toList());
    }

    static ServiceState state(SimulatedCluster cluster, String node, String service) {
        return cluster.ask(
                world -> world.node(node).service(service).orElseThrow().state());
    }

    static ServiceNote note(SimulatedCluster cluster, String node, String service) {
        return cluster.ask(
                world -> world.node(node).service(service).orElseThrow().note());
    }

    static List<String> all(SimulatedCluster cluster) {
        return cluster.ask(world -> world.nodes().stream()
                .flatMap(node -> node.services().stream()
                        .map(row -> node.name() + " " + row.name() + " " + row.state() + " " + row.since()))
                .toList());
    }
}
