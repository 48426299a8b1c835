package io.presencemedic.job;

import io.presencemedic.runbook.RunbookCardBuilder;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.Step;
import io.presencemedic.runbook.TargetKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Runbooks whose lines do nothing: what is left is the engine. */
final class NoOpRunbooks {
    private NoOpRunbooks() {}

    @Produces
    @Singleton
    static Runbook oneLine() {
        return new NoOp(1);
    }

    @Produces
    @Singleton
    static Runbook fiveLines() {
        return new NoOp(5);
    }

    @Produces
    @Singleton
    static Runbook waiting() {
        return new Waiting();
    }

    /** A runbook of so many lines. */
    static String name(int lines) {
        return "no-op-" + lines;
    }

    private static RunbookCard card(String name) {
        return new RunbookCardBuilder()
                .name(name)
                .title("Does nothing")
                .document(List.of())
                .target(TargetKind.CLUSTER)
                .changes(false)
                .risk(RunbookCard.Risk.LOW)
                .disruption("None")
                .requiresApproval(false)
                .parameters(ParameterSchema.none())
                .build();
    }

    private record NoOp(int lines) implements Runbook {
        @Override
        public RunbookCard card() {
            return NoOpRunbooks.card(name(lines));
        }

        @Override
        public Plan plan(Scope scope) {
            Plan.Builder plan = Plan.builder();
            for (int line = 1; line <= lines; line++) {
                plan.then(new Nothing("step-" + line, new Decision.Done("nothing to do")));
            }
            return plan.build();
        }
    }

    /** A runbook whose only line waits until it is told to end. */
    static final class Waiting implements Runbook {
        static final String NAME = "waits";
        static volatile boolean over;

        @Override
        public RunbookCard card() {
            return NoOpRunbooks.card(NAME);
        }

        @Override
        public Plan plan(Scope scope) {
            return Plan.builder()
                    .then(new Nothing(
                            "wait", over ? new Decision.Done("over") : new Decision.Wait("not yet")))
                    .build();
        }
    }

    private record Nothing(String name, Decision decision) implements Step {
        @Override
        public String target() {
            return "cluster";
        }

        @Override
        public Duration patience() {
            return Duration.ofHours(12);
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
            return decision;
        }
    }
}
