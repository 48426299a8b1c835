package io.presencemedic.simulator.model;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The modelled cluster as all its users share it: one at a time, always up to the present moment, and kept in a file at
 * each change.
 */
public final class SimulatedCluster {
    /** How long a healthy cluster has been running when a scenario begins. */
    private static final Duration UPTIME = Duration.ofDays(30);

    private final ServiceCatalogue catalogue = ServiceCatalogue.standard();
    private final Topology topology = Topology.standard();
    private final StateFile file;
    private final double factor;
    private final SimulatedTime time;
    private ClusterState cluster;

    private SimulatedCluster(StateFile file, double factor, SimulatedTime time) {
        this.file = file;
        this.factor = factor;
        this.time = time;
        this.cluster = new ClusterState();
    }

    /**
     * Continues the cluster that is kept in the file if it was made from the same setting; otherwise makes a new one.
     *
     * @param stateFile where the state is kept; its folder exists; null to keep it nowhere
     * @param scenarios names of scenarios
     * @param secondGroup whether there are nodes of a second redundancy group
     * @param factor how many seconds pass in the model while one passes on the wall, greater than 0
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public static SimulatedCluster open(
            @Nullable Path stateFile, List<String> scenarios, boolean secondGroup, double factor, Clock clock) {
        Scenarios.check(scenarios);
        StateFile file = new StateFile(stateFile);
        SimulatedCluster opened = new SimulatedCluster(file, factor, new SimulatedTime(clock, TimeAnchor.NONE));
        Optional<ClusterState> kept =
                file.load().filter(state -> state.scenarios.equals(scenarios) && state.secondGroup == secondGroup);
        kept.ifPresentOrElse(opened::resume, () -> opened.reset(scenarios, secondGroup));
        return opened;
    }

    /**
     * A new cluster of one redundancy group that ends with this process.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public static SimulatedCluster passing(List<String> scenarios, Clock clock) {
        SimulatedCluster opened =
                new SimulatedCluster(new StateFile(null), 1, new SimulatedTime(clock, TimeAnchor.NONE));
        opened.reset(scenarios);
        return opened;
    }

    /** The host names, with domain, of all nodes that a cluster can have. */
    public static List<String> hostNames() {
        return Topology.standard().nodes().stream().map(Topology.Node::fqdn).toList();
    }

    /** The cluster's clock. */
    public SimulatedTime time() {
        return time;
    }

    /** Looks at the cluster as it is now, or changes it. */
    public synchronized <T> T ask(Function<World, T> question) {
        Instant now = time.now();
        Timeline timeline = timeline();
        timeline.advance(now);
        try {
            return question.apply(world(now));
        } finally {
            timeline.settle(now);
            file.save(cluster);
        }
    }

    /** Changes the cluster. */
    public void tell(Consumer<World> change) {
        ask(world -> {
            change.accept(world);
            return true;
        });
    }

    /**
     * Makes the cluster anew.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public synchronized void reset(List<String> scenarios) {
        Scenarios.check(scenarios);
        reset(scenarios, cluster.secondGroup);
    }

    private synchronized void reset(List<String> scenarios, boolean secondGroup) {
        Instant now = time.wall();
        cluster = topology.healthy(secondGroup, catalogue, now.minus(UPTIME));
        cluster.scenarios.addAll(scenarios);
        cluster.anchor = new TimeAnchor(now, now, factor);
        time.anchor(cluster.anchor);
        for (Scenarios.Happening happening : Scenarios.happenings(scenarios)) {
            Instant moment = now.minus(happening.ago());
            timeline().advance(moment);
            happening.change().apply(world(moment));
            timeline().settle(moment);
        }
        timeline().advance(now);
        file.save(cluster);
    }

    private synchronized void resume(ClusterState kept) {
        cluster = kept;
        cluster.anchor = kept.anchor.withFactor(time.wall(), factor);
        time.anchor(cluster.anchor);
        file.save(cluster);
    }

    private World world(Instant now) {
        return new World(cluster, catalogue, new ServiceRules(cluster, catalogue), now);
    }

    private Timeline timeline() {
        return new Timeline(cluster, new ServiceRules(cluster, catalogue));
    }
}
