package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.List;
import java.util.stream.Stream;

/** Everything that Presence Engine needs runs, and it does not (D6.4). */
final class PresenceEngineAloneDown implements Rule {
    @Override
    public Ruling look(Picture facts) {
        List<Draft> drafts = PresenceEngine.down(facts, false)
                .map(found -> PresenceEngine.draft(found, DocumentRef.D6_4, ""))
                .toList();
        boolean down =
                NodeAilment.find(facts, Ailment.PRESENCE_ENGINE).findAny().isPresent();
        return new Ruling(drafts, down ? missing(facts).toList() : List.of());
    }

    private static Stream<Undetermined> missing(Picture facts) {
        return Stream.of(Topic.HIGH_AVAILABILITY, Topic.ENTERPRISE_NODES, Topic.VERSION)
                .filter(topic -> facts.known(topic).isEmpty())
                .map(topic -> new Undetermined(
                        null,
                        topic.name(),
                        "Without it the cause of Presence Engine's state cannot be told for sure."));
    }
}
