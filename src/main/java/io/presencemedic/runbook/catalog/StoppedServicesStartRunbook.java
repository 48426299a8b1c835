package io.presencemedic.runbook.catalog;

import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** D1.5, D1.6: services were commanded out of service, or failed to start once. */
@ApplicationScoped
class StoppedServicesStartRunbook implements Runbook {
    private static final String OWN_SECTIONS = "ownSections";
    private static final String START = "START";

    private final Steps steps;

    StoppedServicesStartRunbook(Steps steps) {
        this.steps = steps;
    }

    @Override
    public RunbookCard card() {
        return RunbookCard.named(RunbookName.STOPPED_SERVICES_START)
                .title(
                        "Starts the services of a redundancy group's nodes that were stopped and should run, in the standard order")
                .document(List.of("D1.3", "D1.5", "D1.6", "C3", "C4", "C6", "C10"))
                .changes(true)
                .risk(RunbookCard.Risk.LOW)
                .disruption("None: users get services back")
                .requiresApproval(false)
                .parameters(ParameterSchema.none()
                        .choice(
                                OWN_SECTIONS,
                                "LEAVE (the default) leaves services to the document's own sections where they have one;"
                                        + " START starts those once, too (D1.6)",
                                List.of("LEAVE", START)))
                .build();
    }

    @Override
    public Plan plan(Scope scope) {
        Group group = scope.group();
        boolean own =
                scope.parameters().text(OWN_SECTIONS).filter(START::equals).isPresent();
        Plan.Builder plan =
                Plan.builder().then(steps.servicesStopped(group, own)).then(steps.usersHome(group));
        return plan.within(steps.withoutMovedHighAvailability(group), () -> {
                    for (Node node : group.nodes()) {
                        plan.then(own ? steps.allStart(node) : steps.restStart(node));
                    }
                    plan.then(steps.servicesStoppedNoMore(group));
                })
                .build();
    }
}
