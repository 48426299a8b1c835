package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailabilityChange;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** CUCM has high availability switched otherwise than the nodes have it: the change has not arrived there (C1). */
final class HighAvailabilityNotArrivedRule implements Rule {
    static final String CODE = "HIGH_AVAILABILITY_NOT_ARRIVED";

    @Override
    public RuleResult look(RuleContext facts) {
        RedundancyView view = facts.groups();
        return RuleResult.of(view.groups().stream()
                .filter(said -> said.group().nodes().size() > 1)
                .flatMap(said -> view
                        .configured(said)
                        .filter(group -> said.group()
                                .enabled()
                                .equals(Optional.of(!group.group().haEnabled())))
                        .stream()
                        .map(group -> draft(facts, view, said, group))));
    }

    private static FindingDraft draft(
            RuleContext facts, RedundancyView view, RedundancyView.Said said, RedundancyView.Configured group) {
        boolean on = group.group().haEnabled();
        String agent = NodeOutage.find(facts, OutageCause.SYNC_AGENT)
                .map(NodeOutage::node)
                .collect(Collectors.joining(", "));
        String summary = "In CUCM high availability of the redundancy group "
                + said.group().name() + " ("
                + String.join(", ", view.labels(said.group())) + ") is "
                + (on ? "on" : "off") + ", on the nodes it is still " + (on ? "off" : "on")
                + ": the change has not arrived there. "
                + (agent.isEmpty()
                        ? "It takes a minute or two; where it takes longer, the Sync Agent does not carry it."
                        : "The Sync Agent on " + agent + " does not run, so it may never arrive.");
        return FindingDraft.of(CODE, DocumentRef.C1, Severity.WARNING, summary)
                .evidence(HighAvailabilityOffRule.evidence(said))
                .evidence(List.of(group.fact().heard().evidence()))
                .undelivered(HighAvailabilityChange.to(on))
                .inGroup(said.group().name())
                .on(view.labels(said.group()));
    }
}
