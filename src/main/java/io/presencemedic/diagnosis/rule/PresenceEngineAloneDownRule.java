package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;
import java.util.stream.Stream;

/** Everything that Presence Engine needs runs, and it does not (D6.4). */
final class PresenceEngineAloneDownRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        List<FindingDraft> drafts = PresenceEngineOutage.down(facts, false)
                .map(found -> PresenceEngineOutage.draft(found, DocumentRef.D6_4, ""))
                .toList();
        boolean down =
                NodeOutage.find(facts, OutageCause.PRESENCE_ENGINE).findAny().isPresent();
        return new RuleResult(drafts, down ? missing(facts).toList() : List.of());
    }

    private static Stream<Undetermined> missing(RuleContext facts) {
        return Stream.of(FactKey.HIGH_AVAILABILITY, FactKey.ENTERPRISE_NODES, FactKey.VERSION)
                .filter(topic -> facts.known(topic).isEmpty())
                .map(topic -> new Undetermined(
                        null,
                        topic.name(),
                        "Without it the cause of Presence Engine's state cannot be told for sure."));
    }
}
