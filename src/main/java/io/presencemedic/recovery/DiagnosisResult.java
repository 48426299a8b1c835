package io.presencemedic.recovery;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.link.LinkFailureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one look at all nodes has shown.
 *
 * @param facts what was read
 * @param verdict what that means
 */
record DiagnosisResult(ClusterFacts facts, Verdict verdict) {
    /** Without these nobody can say that a presence node is healthy. */
    private static final List<FactKey<?>> NEEDED =
            List.of(FactKey.SERVICES, FactKey.HIGH_AVAILABILITY, FactKey.REPLICATION);

    /** What is still on its way and may come right by itself, in a sentence; empty where nothing is. */
    Optional<String> settling() {
        return moving(row -> row.state() == ServiceState.STARTING || row.state() == ServiceState.STOPPING);
    }

    /**
     * What says that a node comes up or goes down just now, in a sentence: services that stop, a database that starts.
     * Empty where nothing does.
     */
    Optional<String> comingOrGoing() {
        return moving(row -> row.state() == ServiceState.STOPPING
                || (row.state() == ServiceState.STARTING && ServiceCatalog.same(row.name(), ServiceName.DATABASE)));
    }

    private Optional<String> moving(Predicate<ServiceStatus> which) {
        List<String> moving = new ArrayList<>();
        for (NodeFacts node : facts.nodes()) {
            node.known(FactKey.SERVICES)
                    .map(fact -> names(fact.value(), which))
                    .filter(services -> !services.isEmpty())
                    .ifPresent(services -> moving.add(services + " on " + name(node)));
        }
        return moving.isEmpty() ? Optional.empty() : Optional.of("still on their way: " + String.join("; ", moving));
    }

    /** Groups that are on their way between two states, in a sentence; empty where none is (C3). */
    Optional<String> inTransition() {
        String groups = facts.known(FactKey.HIGH_AVAILABILITY).stream()
                .flatMap(fact -> fact.value().groups().stream())
                .filter(HighAvailability.Group::inTransition)
                .map(HighAvailability.Group::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of("high availability is on its way between two states: " + groups);
    }

    /** Whether replication of the presence nodes is not set up, as some minutes after a database has come up. */
    Optional<String> replicating() {
        boolean lacks = presence()
                .flatMap(node -> node.known(FactKey.REPLICATION).stream())
                .anyMatch(fact -> !fact.value().setUpEverywhere());
        return lacks ? Optional.of("replication is not set up (2) everywhere yet") : Optional.empty();
    }

    private static String names(ServiceList services, Predicate<ServiceStatus> which) {
        return services.services().stream()
                .filter(which)
                .map(row -> row.name().value())
                .collect(Collectors.joining(", "));
    }

    /** Presence nodes that do not answer and may do so a little later; empty where all answer. */
    Optional<String> silent() {
        String nodes = presence()
                .filter(node -> node.get(FactKey.SERVICES) instanceof Fact.Unknown<?> unknown && mayPass(unknown))
                .map(DiagnosisResult::name)
                .collect(Collectors.joining(", "));
        return nodes.isEmpty() ? Optional.empty() : Optional.of("no answer from " + nodes);
    }

    /** Failures that end by themselves, as while a node restarts. */
    private static boolean mayPass(Fact.Unknown<?> unknown) {
        return unknown.isSilence()
                || unknown.failure()
                        .filter(code -> code == LinkFailureCode.LINK_BUSY)
                        .isPresent();
    }

    /** What would have to be known to call the cluster healthy, with the reason why it is not. */
    List<Undetermined> undetermined() {
        return presence()
                .flatMap(node -> NEEDED.stream().flatMap(topic -> unknown(node, topic).stream()))
                .toList();
    }

    private static Optional<Undetermined> unknown(NodeFacts node, FactKey<?> topic) {
        return node.get(topic) instanceof Fact.Unknown<?> unknown
                ? Optional.of(new Undetermined(node.name().orElse(null), topic.name(), unknown.reason()))
                : Optional.empty();
    }

    private java.util.stream.Stream<NodeFacts> presence() {
        return facts.nodes().stream()
                .filter(node -> node.role().filter(role -> role.isPresence()).isPresent());
    }

    private static String name(NodeFacts node) {
        return node.name().orElse("a node");
    }
}
