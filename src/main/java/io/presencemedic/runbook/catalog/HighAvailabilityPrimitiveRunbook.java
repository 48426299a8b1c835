package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.Steps;
import jakarta.inject.Singleton;
import java.util.List;

/** Switches high availability of a group off or on. */
abstract class HighAvailabilityPrimitiveRunbook implements Runbook {
    private final RunbookCard card;

    HighAvailabilityPrimitiveRunbook(
            RunbookName name, String title, List<String> document, String disruption, ParameterSchema schema) {
        this.card = RunbookCard.named(name)
                .title(title)
                .document(document)
                .changes(true)
                .risk(RunbookCard.Risk.MEDIUM)
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
    static class Disable extends HighAvailabilityPrimitiveRunbook {
        private final Steps steps;

        Disable(Steps steps) {
            super(
                    RunbookName.HIGH_AVAILABILITY_DISABLE,
                    "Switches high availability of a redundancy group off",
                    List.of("D2.1", "C1", "C3", "C9"),
                    "No failover of the group until high availability is on again",
                    RestoreAfter.in(ParameterSchema.none()));
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            Group group = scope.group();
            Plan home = Plan.builder().then(steps.usersHome(group)).build();
            return home.followedBy(RestoreAfter.of(scope.parameters())
                    .plan(when -> List.of(steps.withoutHighAvailability(group, when)), steps, group.name()));
        }
    }

    /** Recovers a group whose nodes have all failed. */
    @Singleton
    static class Recover extends HighAvailabilityPrimitiveRunbook {
        private final Steps steps;

        Recover(Steps steps) {
            super(
                    RunbookName.HIGH_AVAILABILITY_RECOVER,
                    "Restarts the Server Recovery Managers of a redundancy group whose nodes have all failed",
                    List.of("F3", "C3"),
                    "None: a group that has failed serves nobody",
                    ParameterSchema.none());
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            return Plan.builder().then(steps.groupRecovered(scope.group())).build();
        }
    }

    /** On, once its preconditions hold. */
    @Singleton
    static class Enable extends HighAvailabilityPrimitiveRunbook {
        private final Steps steps;

        Enable(Steps steps) {
            super(
                    RunbookName.HIGH_AVAILABILITY_ENABLE,
                    "Switches high availability of a redundancy group on, once its preconditions hold",
                    List.of("D2.5", "C1", "C2", "C3"),
                    "None, while the preconditions hold",
                    ParameterSchema.none());
            this.steps = steps;
        }

        @Override
        public Plan plan(Scope scope) {
            return Plan.builder()
                    .then(steps.highAvailabilityEnable(scope.group()))
                    .build();
        }
    }
}
