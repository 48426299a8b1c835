package io.presencemedic.runbook.catalog;

import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import jakarta.inject.Singleton;
import java.util.List;

/** Switches the replication-sync monitor of a group's nodes off or on. */
abstract class MonitorPrimitiveRunbook implements Runbook {
    private final RunbookCard card;

    MonitorPrimitiveRunbook(
            RunbookName name, String title, List<String> document, String disruption, ParameterSchema schema) {
        this.card = RunbookCard.named(name)
                .title(title)
                .document(document)
                .changes(true)
                .risk(RunbookCard.Risk.LOW)
                .disruption(disruption)
                .requiresApproval(false)
                .parameters(schema)
                .build();
    }

    @Override
    public RunbookCard card() {
        return card;
    }

    /** Off, for good or for a while. */
    @Singleton
    static class Disable extends MonitorPrimitiveRunbook {
        private final Steps steps;

        Disable(Steps steps) {
            super(
                    RunbookName.REPLICATION_SYNC_MONITOR_DISABLE,
                    "Switches the replication-sync monitor of a redundancy group's nodes off",
                    List.of("D2.2", "C5"),
                    "Services of the nodes start although replication is not set up",
                    RestoreAfter.in(ParameterSchema.none()));
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            Group group = scope.group();
            return RestoreAfter.of(scope.parameters()).plan(when -> brackets(group, when), steps, group.name());
        }

        private List<Bracket> brackets(Group group, Restoring.When when) {
            return group.nodes().stream()
                    .map(node -> steps.withoutMonitor(node, when))
                    .toList();
        }
    }

    /** On. */
    @Singleton
    static class Enable extends MonitorPrimitiveRunbook {
        private final Steps steps;

        Enable(Steps steps) {
            super(
                    RunbookName.REPLICATION_SYNC_MONITOR_ENABLE,
                    "Switches the replication-sync monitor of a redundancy group's nodes on",
                    List.of("D2.4", "C5"),
                    "None",
                    ParameterSchema.none());
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            Plan.Builder plan = Plan.builder();
            for (Node node : scope.group().nodes()) {
                plan.then(steps.monitorEnable(node));
            }
            return plan.build();
        }
    }
}
