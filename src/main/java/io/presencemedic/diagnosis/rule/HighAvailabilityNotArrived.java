package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** CUCM has high availability switched otherwise than the nodes have it: the change has not arrived there (C1). */
final class HighAvailabilityNotArrived implements Rule {
    static final String CODE = "HIGH_AVAILABILITY_NOT_ARRIVED";

    @Override
    public Ruling look(Picture facts) {
        RedundancyView view = facts.groups();
        return Ruling.of(view.groups().stream()
                .filter(said -> said.group().nodes().size() > 1)
                .flatMap(said -> view
                        .configured(said)
                        .filter(group -> said.group()
                                .enabled()
                                .equals(Optional.of(!group.group().haEnabled())))
                        .stream()
                        .map(group -> draft(facts, view, said, group))));
    }

    private static Draft draft(
            Picture facts, RedundancyView view, RedundancyView.Said said, RedundancyView.Configured group) {
        boolean on = group.group().haEnabled();
        String agent = NodeAilment.find(facts, Ailment.SYNC_AGENT)
                .map(NodeAilment::node)
                .collect(Collectors.joining(", "));
        String summary = "In CUCM high availability of the redundancy group "
                + said.group().name() + " ("
                + String.join(", ", view.labels(said.group())) + ") is "
                + (on ? "on" : "off") + ", on the nodes it is still " + (on ? "off" : "on")
                + ": the change has not arrived there. "
                + (agent.isEmpty()
                        ? "It takes a minute or two; where it takes longer, the Sync Agent does not carry it."
                        : "The Sync Agent on " + agent + " does not run, so it may never arrive.");
        return Draft.of(CODE, DocumentRef.C1, Severity.WARNING, summary)
                .evidence(HighAvailabilityOff.evidence(said))
                .evidence(List.of(group.fact().heard().evidence()))
                .on(view.labels(said.group()));
    }
}
