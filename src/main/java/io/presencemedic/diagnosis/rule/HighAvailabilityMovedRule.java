package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailability.Group;
import io.presencemedic.cisco.HighAvailability.Node;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A redundancy group has failed over, has failed, or is on its way (C3). */
final class HighAvailabilityMovedRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        RedundancyView view = facts.groups();
        return RuleResult.of(view.groups().stream()
                .flatMap(said -> state(said.group()).stream().map(state -> draft(facts, view, said, state))));
    }

    private enum State {
        IN_TRANSITION(Severity.WARNING, "is on its way between two states; high availability must not be changed now"),
        FAILED(Severity.CRITICAL, "has failed and protects nobody"),
        FAILED_OVER(Severity.WARNING, "has failed over: one node serves all users, and a fallback is needed");

        private final Severity severity;
        private final String words;

        State(Severity severity, String words) {
            this.severity = severity;
            this.words = words;
        }
    }

    private static Optional<State> state(Group group) {
        if (group.enabled().equals(Optional.of(false))) {
            return Optional.empty();
        }
        if (group.inTransition()) {
            return Optional.of(State.IN_TRANSITION);
        }
        if (group.nodes().stream().anyMatch(node -> node.state() == HighAvailabilityState.RUNNING_IN_FAILED_MODE)) {
            return Optional.of(State.FAILED);
        }
        return group.nodes().stream().anyMatch(node -> node.state().isFailedOver())
                ? Optional.of(State.FAILED_OVER)
                : Optional.empty();
    }

    private static FindingDraft draft(RuleContext facts, RedundancyView view, RedundancyView.Said said, State state) {
        Group group = said.group();
        FindingDraft draft = FindingDraft.of(
                        "HIGH_AVAILABILITY_" + state,
                        DocumentRef.C3,
                        state.severity,
                        "The redundancy group " + group.name() + " " + state.words + ": "
                                + group.nodes().stream()
                                        .map(node -> node.name() + " " + node.stateText())
                                        .collect(Collectors.joining(", "))
                                + ".")
                .evidence(HighAvailabilityOffRule.evidence(said))
                .inGroup(group.name())
                .on(view.labels(group));
        return wasAskedFor(group) ? draft : draft.symptomOf(ailments(facts, view.labels(group)));
    }

    private static boolean wasAskedFor(Group group) {
        return group.nodes().stream().map(Node::reason).filter(Objects::nonNull).anyMatch(reason -> reason.toLowerCase(
                        Locale.ROOT)
                .contains("admin"));
    }

    /** What keeps a service down that high availability watches; a node that does not answer counts as well. */
    private static List<String> ailments(RuleContext facts, List<String> members) {
        Set<String> codes = new LinkedHashSet<>(List.of(NodeNotReachableRule.CODE));
        for (NodeServiceStates services : facts.services()) {
            boolean member = services.presence()
                    && services.name().map(members::contains).orElse(true);
            Function<ServiceName, Optional<OutageCause>> ailment = services.ailments()::of;
            if (member) {
                ServiceOrder.HIGH_AVAILABILITY_PREREQUISITES.stream()
                        .map(ailment)
                        .flatMap(Optional::stream)
                        .map(OutageCause::code)
                        .forEach(codes::add);
            }
        }
        return new ArrayList<>(codes);
    }
}
