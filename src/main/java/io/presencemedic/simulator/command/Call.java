package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.util.function.BiFunction;

/**
 * One call of a command.
 *
 * @param cluster the cluster that it acts on
 * @param node the node on which it was typed
 * @param arguments what was typed behind the command's own words, without blanks around it
 * @param out where it prints
 */
public record Call(SimulatedCluster cluster, String node, String arguments, Output out) {
    /** What the platform says about a command that it knows but could not carry out. */
    private static final String UNSUCCESSFUL = "Executed command unsuccessfully";

    /** Looks at the cluster, or changes it. */
    <T> T ask(BiFunction<World, SimulatedNodeState, T> question) {
        return cluster.ask(world -> question.apply(world, world.node(node)));
    }

    void fail(String why) {
        out.line(why);
        out.line(UNSUCCESSFUL);
    }
}
