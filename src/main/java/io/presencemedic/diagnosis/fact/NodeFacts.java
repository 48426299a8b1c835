package io.presencemedic.diagnosis.fact;

import io.presencemedic.cluster.NodeRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about one node, or from one session of a pasted log. */
public final class NodeFacts {
    private final @Nullable String name;
    private final @Nullable NodeRole role;
    private final Map<FactKey<?>, Fact<?>> facts = new LinkedHashMap<>();

    /**
     * Nothing is known yet.
     *
     * @param name the node's name; null where a pasted log does not tell
     * @param role what it is in the cluster; null where that is not known
     */
    public NodeFacts(@Nullable String name, @Nullable NodeRole role) {
        this.name = name;
        this.role = role;
    }

    /** The node's name; empty where a pasted log does not tell. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** What the node is in the cluster; empty where that is not known. */
    public Optional<NodeRole> role() {
        return Optional.ofNullable(role);
    }

    /** Adds a fact; a later one takes the place of an earlier one, which is older. */
    public <T> void put(FactKey<T> topic, Fact<T> fact) {
        facts.put(topic, fact);
    }

    /** The fact; unknown where nothing was asked. */
    @SuppressWarnings("unchecked") // put() binds the type of the fact to that of the topic
    public <T> Fact<T> get(FactKey<T> topic) {
        Fact<?> fact = facts.get(topic);
        return fact == null ? new Fact.Unknown<>("it was not asked", null) : (Fact<T>) fact;
    }

    /** What is known about the topic. */
    public <T> Optional<Fact.Known<T>> known(FactKey<T> topic) {
        return get(topic).known();
    }

    /** All facts by topic, in the order in which they were asked. */
    public Map<FactKey<?>, Fact<?>> all() {
        return Collections.unmodifiableMap(facts);
    }
}
