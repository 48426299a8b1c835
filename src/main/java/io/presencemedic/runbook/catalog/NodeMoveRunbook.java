package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import jakarta.inject.Singleton;
import java.util.List;

/** Moves the users of a node to its peer, or back, by hand. */
abstract class NodeMoveRunbook implements Runbook {
    private final RunbookCard card;

    NodeMoveRunbook(RunbookName name, String title, String item, String disruption) {
        this.card = RunbookCard.named(name)
                .title(title)
                .document(List.of(item, "C3"))
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
                .disruption(disruption)
                .requiresApproval(false)
                .parameters(ParameterSchema.none())
                .build();
    }

    @Override
    public RunbookCard card() {
        return card;
    }

    /** To the peer. */
    @Singleton
    static class Failover extends NodeMoveRunbook {
        private final Steps steps;

        Failover(Steps steps) {
            super(
                    RunbookName.HIGH_AVAILABILITY_FAILOVER,
                    "Fails a node over by hand: its peer serves its users until a fallback",
                    "F1",
                    "The node's users are disconnected and sign in at its peer");
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            return Plan.builder().then(steps.nodeFailover(scope.node())).build();
        }
    }

    /** Home again. */
    @Singleton
    static class Fallback extends NodeMoveRunbook {
        private final Steps steps;

        Fallback(Steps steps) {
            super(
                    RunbookName.HIGH_AVAILABILITY_FALLBACK,
                    "Brings the users of a node that has failed over home by hand",
                    "F2",
                    "The users that had failed over are disconnected and sign in at their own node");
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            return Plan.builder().then(steps.nodeFallback(scope.node())).build();
        }
    }
}
