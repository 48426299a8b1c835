package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailability.Group;
import io.presencemedic.cisco.HighAvailability.Node;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.HoldKind;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** High availability is off, and what must be put right before it is switched on (C2). */
final class HighAvailabilityOffRule implements Rule {
    private static final String CODE = "HIGH_AVAILABILITY_OFF";

    @Override
    public RuleResult look(RuleContext facts) {
        RedundancyView view = facts.groups();
        boolean lacksNode = !NodeOutsideGroupRule.outside(facts).isEmpty();
        Stream<FindingDraft> said = view.groups().stream()
                .filter(group -> (group.group().nodes().size() > 1 || lacksNode)
                        && group.group().enabled().equals(Optional.of(false)))
                .map(group -> draft(facts, group.group().name(), view.labels(group.group()))
                        .evidence(evidence(group)));
        Stream<FindingDraft> onlyConfigured = view.configured().stream()
                .filter(group -> view.said(group).isEmpty()
                        && group.group().servers().size() > 1
                        && !group.group().haEnabled())
                .map(group -> draft(
                                facts,
                                group.group().name(),
                                view.labels(group.group().servers()))
                        .evidence(group.fact().heard().evidence()));
        return new RuleResult(Stream.concat(said, onlyConfigured).toList(), unknown(view));
    }

    private static List<Undetermined> unknown(RedundancyView view) {
        return view.groups().stream()
                .filter(said -> said.group().enabled().isEmpty())
                .map(said -> new Undetermined(
                        said.fact().heard().node(),
                        FactKey.HIGH_AVAILABILITY.name(),
                        "The group " + said.group().name()
                                + " is in a state that does not tell whether high availability is on: "
                                + unknown(said.group()) + " is Unknown."))
                .toList();
    }

    private static String unknown(Group group) {
        return group.nodes().stream()
                .filter(node -> node.state() == HighAvailabilityState.UNKNOWN)
                .map(Node::name)
                .collect(Collectors.joining(", "));
    }

    static List<Evidence> evidence(RedundancyView.Said said) {
        Group group = said.group();
        return group.nodes().stream()
                .map(node -> said.fact().heard().evidence(node.name()))
                .toList();
    }

    private static FindingDraft draft(RuleContext facts, String group, List<String> nodes) {
        String label = group + " (" + String.join(", ", nodes) + ")";
        FindingDraft draft = facts.heldOff().stream()
                .filter(held -> held.hold().kind() == HoldKind.HIGH_AVAILABILITY
                        && held.hold().subject().equalsIgnoreCase(group))
                .findFirst()
                .map(held -> held(label, held))
                .orElseGet(() -> left(facts, label))
                .inGroup(group);
        return nodes.size() > 1
                ? draft.on(nodes).symptomOf(List.of(HighAvailabilityNotArrivedRule.CODE))
                : draft.symptomOf(List.of(NodeOutsideGroupRule.CODE));
    }

    private static FindingDraft held(String group, HeldOff held) {
        if (held.left()) {
            return FindingDraft.of(
                            CODE,
                            DocumentRef.C2,
                            Severity.WARNING,
                            "High availability of the redundancy group " + group + " was left off by job " + held.job()
                                    + " of this service, which has ended.")
                    .runbook(RunbookName.HIGH_AVAILABILITY_ENABLE);
        }
        return FindingDraft.of(
                CODE,
                DocumentRef.C2,
                Severity.INFO,
                "High availability of the redundancy group " + group + " is off because job " + held.job()
                        + " of this service holds it off; the job switches it on again.");
    }

    private static FindingDraft left(RuleContext facts, String group) {
        String obstacles = obstacles(facts);
        String summary = "High availability of the redundancy group " + group
                + " is off, and no job of this service holds it off: it is so by intent, or was left so."
                + (obstacles.isEmpty() ? "" : " Before it is switched on, this must be put right: " + obstacles + ".");
        return FindingDraft.of(CODE, DocumentRef.C2, Severity.WARNING, summary)
                .runbook(RunbookName.HIGH_AVAILABILITY_ENABLE);
    }

    private static String obstacles(RuleContext facts) {
        Stream<String> services = facts.services().stream()
                .filter(NodeServiceStates::presence)
                .flatMap(node -> ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES.stream()
                        .map(ServiceName::value)
                        .filter(name -> node.row(name).isPresent() && !node.started(name))
                        .map(name -> name + " on " + node.label() + " is not started"));
        Stream<String> replication = facts.known(FactKey.REPLICATION).stream()
                .filter(fact -> !fact.value().setUpEverywhere())
                .map(fact -> fact.value().faulty()
                        ? "replication is not (2) everywhere"
                        : "replication is not known to be (2) everywhere");
        return Stream.concat(services, replication).distinct().collect(Collectors.joining("; "));
    }
}
