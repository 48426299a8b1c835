package io.presencemedic.recovery;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks what is wrong and decides what is done next: a procedure, nothing more, or to hand over to persons. */
record DiagnoseStep(
        Cluster cluster,
        Diagnoser doctor,
        Function<String, Optional<Runbook>> catalog,
        RecoveryOptions orders,
        RunbookConfig config)
        implements Step {
    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    public String target() {
        return cluster.id();
    }

    /** Longer than it ever waits: it decides by what it sees when the document's wait is over. */
    @Override
    public Duration patience() {
        return config.patience().multipliedBy(3);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        DiagnosisResult seen = doctor.examine(look);
        RemedyPlanner prescriptions = new RemedyPlanner(catalog, orders, cluster, seen);
        List<OpenFinding> ills = seen.verdict().findings().stream()
                .filter(orders::concerns)
                .map(finding -> new OpenFinding(finding, prescriptions.of(finding)))
                .toList();
        boolean isHealthy = ills.isEmpty() && seen.undetermined().isEmpty();
        if (isHealthy && memory.owed().isEmpty()) {
            return new Decision.Done(RecoveryMessages.healthy(seen, orders));
        }
        ChapterHistory past = new ChapterHistory(memory.chapters());
        Optional<Decision> next = next(ills, prescriptions, past);
        boolean mustSettle = next.isEmpty() || !past.chapters().isEmpty();
        Optional<String> pending = mustSettle ? seen.silent().or(seen::settling) : seen.silent();
        if (pending.isPresent() && !memory.begunAtLeast(config.patience())) {
            return new Decision.Wait(pending.get());
        }
        return next.or(() -> restore(prescriptions, memory.owed(), past))
                .orElseGet(() -> RecoveryMessages.handOver(ills, seen.undetermined(), memory));
    }

    /** The document's own remedies first; where they found that it was not their turn, a start by hand. */
    private static Optional<Decision> next(List<OpenFinding> ills, RemedyPlanner prescriptions, ChapterHistory past) {
        Stream<Decision> remedies = ills.stream().flatMap(ill -> ill.remedies().stream()
                .filter(past::allows)
                .map(chapter -> new Decision.Continue(RecoveryMessages.chosen(ill.finding(), chapter), chapter)));
        Stream<Decision> byHand = ills.stream().flatMap(ill -> prescriptions.byHand(ill.finding()).stream()
                .filter(past::allows)
                .map(chapter -> new Decision.Continue(RecoveryMessages.chosen(ill.finding(), chapter), chapter)));
        return Stream.concat(remedies, byHand).findFirst();
    }

    /** What a procedure could not switch on again because something else was wrong is tried again in the end. */
    private static Optional<Decision> restore(RemedyPlanner prescriptions, List<Hold> owed, ChapterHistory past) {
        return owed.stream()
                .flatMap(hold -> prescriptions.restoring(hold).stream()
                        .filter(past::allows)
                        .map(chapter -> new Decision.Continue(
                                "still off by this job: " + hold.words() + ". Next: " + chapter.runbook(), chapter)))
                .<Decision>map(next -> next)
                .findFirst();
    }
}
