package io.presencemedic.diagnosis.rule;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts, with what several rules work out of them. */
final class RuleContext {
    private final ClusterFacts facts;
    private final HostNames hosts;
    private final RedundancyView groups;
    private final List<NodeServiceStates> services;

    RuleContext(ClusterFacts facts) {
        this.facts = facts;
        this.hosts = new HostNames(facts);
        this.groups = new RedundancyView(facts, hosts);
        this.services = facts.nodes().stream()
                .flatMap(node -> NodeServiceStates.of(node).stream())
                .toList();
    }

    List<NodeFacts> nodes() {
        return facts.nodes();
    }

    <T> List<Fact.Known<T>> known(FactKey<T> topic) {
        return facts.known(topic);
    }

    @Nullable
    Cluster inventory() {
        return facts.inventory();
    }

    List<HeldOff> heldOff() {
        return facts.heldOff();
    }

    HostNames hosts() {
        return hosts;
    }

    RedundancyView groups() {
        return groups;
    }

    /** The nodes whose service list is known. */
    List<NodeServiceStates> services() {
        return services;
    }

    /** The services of a node, where its list is known. */
    List<NodeServiceStates> services(NodeFacts node) {
        return services.stream().filter(each -> each.node() == node).toList();
    }
}
