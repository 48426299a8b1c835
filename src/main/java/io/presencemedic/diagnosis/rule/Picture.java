package io.presencemedic.diagnosis.rule;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.HeldOff;
import io.presencemedic.diagnosis.NodeFacts;
import io.presencemedic.diagnosis.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts, with what several rules work out of them. */
final class Picture {
    private final ClusterFacts facts;
    private final Hosts hosts;
    private final RedundancyView groups;
    private final List<NodeServices> services;

    Picture(ClusterFacts facts) {
        this.facts = facts;
        this.hosts = new Hosts(facts);
        this.groups = new RedundancyView(facts, hosts);
        this.services = facts.nodes().stream()
                .flatMap(node -> NodeServices.of(node).stream())
                .toList();
    }

    List<NodeFacts> nodes() {
        return facts.nodes();
    }

    <T> List<Fact.Known<T>> known(Topic<T> topic) {
        return facts.known(topic);
    }

    @Nullable
    Cluster inventory() {
        return facts.inventory();
    }

    List<HeldOff> heldOff() {
        return facts.heldOff();
    }

    Hosts hosts() {
        return hosts;
    }

    RedundancyView groups() {
        return groups;
    }

    /** The nodes whose service list is known. */
    List<NodeServices> services() {
        return services;
    }

    /** The services of a node, where its list is known. */
    List<NodeServices> services(NodeFacts node) {
        return services.stream().filter(each -> each.node() == node).toList();
    }
}
