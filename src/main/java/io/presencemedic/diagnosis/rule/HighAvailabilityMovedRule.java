package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailability.Group;
import io.presencemedic.cisco.HighAvailability.Node;
import io.presencemedic.cisco.HighAvailabilityReason;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A redundancy group has failed over, has failed, or is on its way (C3). */
final class HighAvailabilityMovedRule implements Rule {
    private static final ServiceName RECOVERY_MANAGER = new ServiceName("Cisco Server Recovery Manager");

    @Override
    public RuleResult look(RuleContext facts) {
        RedundancyView view = facts.groups();
        return RuleResult.of(view.groups().stream()
                .flatMap(said -> state(view, said).stream().map(state -> draft(facts, view, said, state))));
    }

    private enum State {
        IN_TRANSITION(
                DocumentRef.C3,
                Severity.WARNING,
                "is on its way between two states; nothing must be changed until that ends"),
        FAILED(DocumentRef.C3, Severity.CRITICAL, "has failed and protects nobody"),
        FAILED_OVER(
                DocumentRef.C3,
                Severity.WARNING,
                "has failed over: one node serves all users, and a fallback is needed"),
        IDLE(
                DocumentRef.F4,
                Severity.ERROR,
                "has a node that stands Idle: its services are stopped and it serves nobody"),
        UNKNOWN(DocumentRef.F5, Severity.ERROR, "has high availability on, and a node does not tell its state"),
        ONE_SIDED(DocumentRef.C3, Severity.WARNING, "has a node in backup mode whose peer says nothing of a failover");

        private final DocumentRef item;
        private final Severity severity;
        private final String words;

        State(DocumentRef item, Severity severity, String words) {
            this.item = item;
            this.severity = severity;
            this.words = words;
        }
    }

    /** A state that does not tell whether high availability is on is a fault only where CUCM has it on. */
    private static Optional<State> state(RedundancyView view, RedundancyView.Said said) {
        boolean storedOn =
                view.configured(said).filter(group -> group.group().haEnabled()).isPresent();
        return switch (said.group().condition()) {
            case OFF, NORMAL -> Optional.empty();
            case IN_TRANSITION -> Optional.of(State.IN_TRANSITION);
            case FAILED -> Optional.of(State.FAILED);
            case FAILED_OVER -> Optional.of(State.FAILED_OVER);
            case IDLE -> Optional.of(State.IDLE);
            case BACKUP_WITHOUT_FAILOVER -> Optional.of(State.ONE_SIDED);
            case UNKNOWN -> storedOn ? Optional.of(State.UNKNOWN) : Optional.empty();
        };
    }

    private static FindingDraft draft(RuleContext facts, RedundancyView view, RedundancyView.Said said, State state) {
        Group group = said.group();
        boolean asked = group.movedOnRequest();
        FindingDraft draft = FindingDraft.of(
                        "HIGH_AVAILABILITY_" + state,
                        state.item,
                        asked ? Severity.INFO : state.severity,
                        "The redundancy group " + group.name() + " " + state.words + ": "
                                + group.nodes().stream()
                                        .map(HighAvailabilityMovedRule::words)
                                        .collect(Collectors.joining(", "))
                                + "."
                                + (asked ? " A person has moved it by hand: it stays so until a fallback." : ""))
                .evidence(HighAvailabilityOffRule.evidence(said))
                .inGroup(group.name())
                .on(view.labels(group));
        if (state == State.IN_TRANSITION) {
            return draft.symptomOf(causes(facts, view.labels(group)));
        }
        draft.runbook(RunbookName.REDUNDANCY_GROUP_FAILED_OVER);
        Set<String> stopped = stoppedByManager(view, group);
        return stopped.isEmpty()
                ? draft.symptomOf(causes(facts, view.labels(group)))
                : draft.explainsStoppedOn(stopped);
    }

    private static String words(Node node) {
        return node.name() + " " + node.stateText() + (node.reason() == null ? "" : " (" + node.reason() + ")");
    }

    /** The nodes whose critical services the Server Recovery Manager keeps stopped until a fallback (F1, F4). */
    private static Set<String> stoppedByManager(RedundancyView view, Group group) {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : group.nodes()) {
            boolean asked = node.state().isFailedOver()
                    && node.state() != HighAvailabilityState.RUNNING_IN_BACKUP_MODE
                    && node.why().equals(Optional.of(HighAvailabilityReason.ON_ADMIN_REQUEST));
            if (node.state() == HighAvailabilityState.IDLE || asked) {
                names.add(view.hosts().name(node.name()));
            }
        }
        return names;
    }

    /** What keeps a service down that high availability watches; a node that does not answer counts as well. */
    private static List<String> causes(RuleContext facts, List<String> members) {
        Set<String> codes = new LinkedHashSet<>(List.of(NodeNotReachableRule.CODE));
        for (NodeServiceStates services : facts.services()) {
            boolean member = services.presence()
                    && services.name().map(members::contains).orElse(true);
            Function<ServiceName, Optional<OutageCause>> cause = services.causes()::of;
            if (member) {
                Stream.concat(ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES.stream(), Stream.of(RECOVERY_MANAGER))
                        .map(cause)
                        .flatMap(Optional::stream)
                        .map(OutageCause::code)
                        .forEach(codes::add);
            }
        }
        return new ArrayList<>(codes);
    }
}
