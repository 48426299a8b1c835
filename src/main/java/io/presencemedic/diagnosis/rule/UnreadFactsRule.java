package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked and not understood, and the service list where nobody asked for it (D1.3). */
final class UnreadFactsRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        List<Undetermined> missing = new ArrayList<>();
        facts.nodes().forEach(node -> node.all().forEach((topic, fact) -> {
            if (fact instanceof Fact.Unknown<?> unknown) {
                missing.add(new Undetermined(name(node), topic.name(), unknown.reason()));
            }
        }));
        facts.services().stream()
                .filter(services -> !services.complete())
                .forEach(services -> missing.add(new Undetermined(
                        name(services.node()),
                        FactKey.SERVICES.name(),
                        "The service list ends early: it proves nothing about the services that it does not name.")));
        if (facts.nodes().stream().noneMatch(node -> node.all().containsKey(FactKey.SERVICES))) {
            missing.add(new Undetermined(
                    null,
                    FactKey.SERVICES.name(),
                    "There is no answer to \"utils service list\", the first step of all."));
        }
        return RuleResult.undetermined(missing.stream());
    }

    private static @Nullable String name(NodeFacts node) {
        return HostNames.label(node).orElse(null);
    }
}
