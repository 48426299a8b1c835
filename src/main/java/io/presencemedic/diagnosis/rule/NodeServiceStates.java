package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.service.Product;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of one node: what it runs, and which of them should run and do not. */
final class NodeServiceStates {
    private static final List<String> CUCM_MARKS =
            List.of("Cisco CallManager", "Cisco CallManager Admin", "Cisco DirSync");

    private final NodeFacts node;
    private final ServiceList list;
    private final CommandEvidence heard;
    private final Map<ServiceName, ServiceStatus> rows = new HashMap<>();
    private final OutageCauses causes;

    private NodeServiceStates(NodeFacts node, Fact.Known<ServiceList> fact) {
        this.node = node;
        this.list = fact.value();
        this.heard = fact.heard();
        list.services().forEach(row -> rows.putIfAbsent(ServiceCatalog.canonical(row.name()), row));
        this.causes = OutageCauses.of(this);
    }

    /** The services of a node; empty where its list is not known. */
    static Optional<NodeServiceStates> of(NodeFacts node) {
        return node.known(FactKey.SERVICES).map(fact -> new NodeServiceStates(node, fact));
    }

    NodeFacts node() {
        return node;
    }

    /** Why its services are down. */
    OutageCauses causes() {
        return causes;
    }

    boolean complete() {
        return list.complete();
    }

    /** The node's name; empty where a pasted log does not tell. */
    Optional<String> name() {
        return HostNames.label(node);
    }

    /** How a sentence names the node. */
    String label() {
        return name().orElse("the node");
    }

    boolean presence() {
        return node.role()
                .map(NodeRole::isPresence)
                .or(() -> own().filter(row -> row.product() != null).map(ClusterNode::presence))
                .orElseGet(() -> CUCM_MARKS.stream().noneMatch(mark -> row(mark).isPresent()));
    }

    boolean publisher() {
        return node.role()
                .map(NodeRole::isPublisher)
                .or(() -> own().map(row -> "DBPub".equals(row.databaseRole())))
                .orElse(false);
    }

    /** Whether nothing says that the node is a subscriber. */
    boolean mayBePublisher() {
        return publisher() || node.role().isEmpty() && own().isEmpty();
    }

    private Optional<ClusterNode> own() {
        return HostNames.own(node);
    }

    /** The row of a service, by any of its names. */
    Optional<ServiceStatus> row(String service) {
        return Optional.ofNullable(rows.get(ServiceCatalog.canonical(new ServiceName(service))));
    }

    boolean started(String service) {
        return row(service).filter(row -> row.state() == ServiceState.STARTED).isPresent();
    }

    /** The services that run. */
    List<ServiceStatus> started() {
        return list.services().stream()
                .filter(row -> row.state() == ServiceState.STARTED)
                .toList();
    }

    /** The services that should run and do not, in the order of the list. */
    List<ServiceStatus> down() {
        Product product = presence() ? Product.PRESENCE : Product.CUCM;
        return list.services().stream()
                .filter(row -> ServiceCatalog.isMissed(row, product, publisher()))
                .toList();
    }

    /** Whether something that is STARTING needs something that is stopped. */
    boolean waitsForStopped() {
        return list.in(ServiceState.STARTING).stream()
                .anyMatch(service -> list.stoppedNeed(service).isPresent());
    }

    /** The lines of the list on which the services stand. */
    List<Evidence> evidence(Collection<ServiceStatus> rows) {
        return rows.stream().map(this::evidence).toList();
    }

    /** A name may be the beginning of another, so the bracket behind it is sought first. */
    private Evidence evidence(ServiceStatus row) {
        Evidence exact = heard.evidence(row.name().value() + "[");
        return exact.line() == heard.line() ? heard.evidence(row.name().value()) : exact;
    }
}
