package io.presencemedic.simulator.model;

import io.presencemedic.LeapingClock;
import java.time.Duration;

/** What somebody does to a cluster, written as {@code start imp-sub Cisco Presence Engine}; he waits after each act. */
final class ScriptedTreatment {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int VERB_NODE_NAME = 3;

    private final SimulatedCluster cluster;
    private final LeapingClock clock;

    ScriptedTreatment(SimulatedCluster cluster, LeapingClock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    void apply(String acts) {
        clock.leap(Duration.ofSeconds(10));
        for (String act : acts.split(";")) {
            perform(act.strip());
            clock.leap(PATIENCE);
        }
    }

    private void perform(String act) {
        String[] words = act.split(" ", VERB_NODE_NAME);
        switch (words[0]) {
            case "" -> {}
            case "ha-off" -> ModelTest.highAvailability(cluster, false);
            case "ha-on" -> ModelTest.highAvailability(cluster, true);
            case "monitors-off" -> ModelTest.monitors(cluster, false);
            case "monitors-on" -> ModelTest.monitors(cluster, true);
            case "monitor-off" -> cluster.tell(world -> world.switchMonitor(words[1], false));
            case "monitor-on" -> cluster.tell(world -> world.switchMonitor(words[1], true));
            case "start" -> cluster.tell(world -> world.services().start(words[1], words[2]));
            case "restart" -> cluster.tell(world -> world.services().restart(words[1], words[2]));
            case "stop" -> cluster.tell(world -> world.services().stop(words[1], words[2]));
            case "failover" -> cluster.tell(world -> world.failover(world.node(words[1])));
            case "fallback" -> cluster.tell(world -> world.fallback(world.node(words[1])));
            case "recover" -> cluster.tell(world -> world.recover(ModelTest.group(world, ModelTest.GROUP)));
            case "activate" -> cluster.tell(world -> world.services().activate(words[1], words[2]));
            case "boot" -> cluster.tell(world -> world.restartNode(words[1]));
            case "bind" ->
                cluster.tell(world ->
                        world.membership().bind(world.node(words[1]).enterpriseId(), Integer.valueOf(words[2])));
            case "join" ->
                cluster.tell(world ->
                        world.membership().second(ModelTest.group(world, ModelTest.GROUP), world.node(words[1])));
            default -> throw new IllegalArgumentException(act);
        }
    }
}
