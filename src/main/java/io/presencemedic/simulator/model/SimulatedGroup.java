package io.presencemedic.simulator.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A presence redundancy group, as it is at the model's present moment. */
public final class SimulatedGroup {
    String name = "";
    String description = "";
    String uuid = "";
    int id;
    /** Whether the Presence Engine stops on both nodes when a second one joins (variant of D6.2). */
    boolean upsetByJoining;

    List<String> nodes = new ArrayList<>();
    /** The switch in CUCM's database. */
    boolean configured = true;
    /** The switch as the IM and Presence side knows it. */
    boolean effective = true;
    /** When CUCM's setting arrives on the IM and Presence side; null while nothing is on its way. */
    @Nullable
    Instant arrives;
    /** When the nodes' present transition ends; null while none is under way. */
    @Nullable
    Instant settles;
    /** Since when a node misses a critical service while high availability watches it. */
    @Nullable
    Instant missing;

    Map<String, Member> members = new LinkedHashMap<>();

    /** What high availability says about a node of the group. */
    static final class Member {
        HaState state = HaState.NORMAL;
        HaReason reason = HaReason.NORMAL;
    }

    /** The group's name. */
    public String name() {
        return name;
    }

    /** Its key in the database of the IM and Presence side. */
    public int id() {
        return id;
    }

    /** High availability as the IM and Presence side knows it. */
    public boolean effective() {
        return effective;
    }

    /** The group's description. */
    public String description() {
        return description;
    }

    /** Its identifier, as the web service writes it. */
    public String uuid() {
        return uuid;
    }

    /** Names of its nodes, one or two. */
    public List<String> nodes() {
        return List.copyOf(nodes);
    }

    /** High availability as CUCM's database has it. */
    public boolean configured() {
        return configured;
    }

    /** The state of a node of the group. */
    public HaState state(String node) {
        return member(node).state;
    }

    /** Why the node is in that state. */
    public HaReason reason(String node) {
        return member(node).reason;
    }

    Member member(String node) {
        return members.computeIfAbsent(node, name -> new Member());
    }

    void say(String node, HaState state, HaReason reason) {
        Member member = member(node);
        member.state = state;
        member.reason = reason;
    }
}
