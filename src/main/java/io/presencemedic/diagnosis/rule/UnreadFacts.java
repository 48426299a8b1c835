package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.NodeFacts;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked and not understood, and the service list where nobody asked for it (D1.3). */
final class UnreadFacts implements Rule {
    @Override
    public Ruling look(Picture facts) {
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
                        Topic.SERVICES.name(),
                        "The service list ends early: it proves nothing about the services that it does not name.")));
        if (facts.nodes().stream().noneMatch(node -> node.all().containsKey(Topic.SERVICES))) {
            missing.add(new Undetermined(
                    null,
                    Topic.SERVICES.name(),
                    "There is no answer to \"utils service list\", the first step of all."));
        }
        return Ruling.undetermined(missing.stream());
    }

    private static @Nullable String name(NodeFacts node) {
        return Hosts.label(node).orElse(null);
    }
}
