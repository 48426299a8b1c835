package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailability.Group;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** High availability is off, failed over, failed, or on its way (C2, C3). */
final class HighAvailabilityGroups implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        List<Fact.Known<HighAvailability>> answers = facts.known(Topic.HIGH_AVAILABILITY);
        for (Fact.Known<HighAvailability> answer : answers) {
            for (Group group : answer.value().groups()) {
                finding(facts, answer, group)
                        .ifPresent(
                                draft -> findings.putIfAbsent(group.name().toLowerCase(Locale.ROOT), draft.finding()));
            }
        }
        return new Verdict(
                List.copyOf(findings.values()),
                answers.stream()
                        .flatMap(HighAvailabilityGroups::unknown)
                        .distinct()
                        .toList());
    }

    private static Stream<Undetermined> unknown(Fact.Known<HighAvailability> answer) {
        return answer.value().groups().stream()
                .filter(group -> group.enabled().isEmpty())
                .map(group -> new Undetermined(
                        answer.heard().node(),
                        Topic.HIGH_AVAILABILITY.name(),
                        "The group " + group.name()
                                + " is in a state that does not tell whether high availability is on."));
    }

    private static Optional<Draft> finding(ClusterFacts facts, Fact.Known<HighAvailability> answer, Group group) {
        if (group.enabled().equals(Optional.of(false))) {
            return group.nodes().size() < 2 ? Optional.empty() : Optional.of(off(facts, answer, group));
        }
        if (group.inTransition()) {
            return Optional.of(draft(
                    answer,
                    group,
                    "HIGH_AVAILABILITY_IN_TRANSITION",
                    Severity.WARNING,
                    "is on its way between two states; high availability must not be changed now"));
        }
        if (group.nodes().stream().anyMatch(node -> node.state() == HighAvailabilityState.RUNNING_IN_FAILED_MODE)) {
            return Optional.of(draft(
                    answer, group, "HIGH_AVAILABILITY_FAILED", Severity.CRITICAL, "has failed and protects nobody"));
        }
        if (group.nodes().stream().anyMatch(node -> node.state().isFailedOver())) {
            return Optional.of(draft(
                    answer,
                    group,
                    "HIGH_AVAILABILITY_FAILED_OVER",
                    Severity.WARNING,
                    "has failed over: one node serves all users, and a fallback is needed"));
        }
        return Optional.empty();
    }

    private static Draft draft(
            Fact.Known<HighAvailability> answer, Group group, String code, Severity severity, String words) {
        return evidence(
                Draft.of(
                        code,
                        DocumentRef.C3,
                        severity,
                        "The redundancy group " + group.name() + " " + words + ": " + states(group) + "."),
                answer,
                group);
    }

    private static Draft off(ClusterFacts facts, Fact.Known<HighAvailability> answer, Group group) {
        String obstacles = obstacles(facts);
        String summary = "High availability of the redundancy group " + group.name() + " is off, by intent or left so."
                + (obstacles.isEmpty() ? "" : " Before it is enabled, this must be put right: " + obstacles + ".");
        return evidence(
                Draft.of("HIGH_AVAILABILITY_OFF", DocumentRef.C2, Severity.WARNING, summary)
                        .runbook("high-availability-enable"),
                answer,
                group);
    }

    private static Draft evidence(Draft draft, Fact.Known<HighAvailability> answer, Group group) {
        group.nodes().forEach(node -> draft.evidence(answer.heard().evidence(node.name())));
        return draft;
    }

    private static String states(Group group) {
        return group.nodes().stream()
                .map(node -> node.name() + " " + node.stateText())
                .collect(Collectors.joining(", "));
    }

    private static String obstacles(ClusterFacts facts) {
        Stream<String> services = NodeServices.of(facts).stream()
                .filter(NodeServices::presence)
                .flatMap(node -> ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES.stream()
                        .map(ServiceName::value)
                        .filter(name -> node.row(name).isPresent() && !node.started(name))
                        .map(name -> name + " on " + node.label() + " is not started"));
        Stream<String> replication = facts.known(Topic.REPLICATION).stream()
                .filter(fact -> !fact.value().setUpEverywhere())
                .map(fact -> "replication is not (2) everywhere");
        return Stream.concat(services, replication).distinct().collect(Collectors.joining("; "));
    }
}
