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

    Map<String, Member> members = new LinkedHashMap<>();

    /** What high availability says about a node of the group. */
    static final class Member {
        HaState state = HaState.NORMAL;
        HaReason reason = HaReason.NORMAL;
        /** When it came into its state. */
        Instant since = Instant.EPOCH;
        /** Since when it misses a critical service while it is watched. */
        @Nullable
        Instant lackingSince;
        /** Since when its peer hears nothing from it while it is watched. */
        @Nullable
        Instant silentSince;
        /** Since when it could take its users back by itself. */
        @Nullable
        Instant fitSince;
        /** What a manual failover stopped, so that a fallback starts it again. */
        List<String> stopped = new ArrayList<>();
        /** Whether its users stayed on the peer when high availability was switched off. */
        boolean usersAway;
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

    void say(String node, HaState state, HaReason reason, Instant at) {
        Member member = member(node);
        if (member.state != state) {
            member.since = at;
        }
        member.state = state;
        member.reason = reason;
        if (state == HaState.NORMAL) {
            member.usersAway = false;
        }
    }

    /** High availability is off, for CUCM and for the nodes. */
    void switchOff(boolean usersStay, Instant at) {
        configured = false;
        effective = false;
        settles = null;
        for (String node : nodes) {
            member(node).usersAway = usersStay && state(node).isFailedOver();
            say(node, HaState.UNKNOWN, HaReason.NOT_ENABLED, at);
        }
    }
}
