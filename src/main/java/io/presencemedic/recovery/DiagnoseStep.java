package io.presencemedic.recovery;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.PastChapter;
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
        Diagnoser diagnoser,
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
        return config.replicationPatience()
                .plus(config.transitionPatience())
                .plus(config.patience().multipliedBy(3));
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        DiagnosisResult seen = diagnoser.examine(look);
        RemedyPlanner prescriptions = new RemedyPlanner(catalog, orders, cluster, seen);
        List<RemediedFinding> ills = seen.verdict().findings().stream()
                .filter(orders::concerns)
                .map(finding -> new RemediedFinding(finding, prescriptions.of(finding)))
                .toList();
        boolean isHealthy = ills.isEmpty() && seen.undetermined().isEmpty();
        if (isHealthy && memory.owed().isEmpty()) {
            return new Decision.Done(RecoveryMessages.healthy(seen, orders));
        }
        ChapterHistory past = new ChapterHistory(memory.chapters());
        Optional<PastChapter.Failure> overruled = past.overruled();
        if (overruled.isPresent()) {
            return RecoveryMessages.overruled(overruled.get(), ills, seen.undetermined(), memory);
        }
        List<Candidate> candidates = candidates(ills, prescriptions, past);
        Optional<Decision> pending =
                pending(seen, memory, candidates.isEmpty() || !past.chapters().isEmpty());
        if (pending.isPresent()) {
            return pending.get();
        }
        return candidates.stream()
                .findFirst()
                .<Decision>map(first -> RemedyPlanner.begin(first, candidates))
                .or(() -> restore(prescriptions, memory.owed(), past))
                .orElseGet(() -> RecoveryMessages.handOver(ills, undelivered(seen), seen.undetermined(), memory));
    }

    /** Nothing is run for what is only on its way; but persons have to know what never arrived. */
    private List<RemediedFinding> undelivered(DiagnosisResult seen) {
        return seen.verdict().findings().stream()
                .filter(orders::isUndelivered)
                .map(finding -> new RemediedFinding(finding, List.of()))
                .toList();
    }

    /** What may still come right by itself is waited for, each thing as long as it may take. */
    private Optional<Decision> pending(DiagnosisResult seen, LineMemory memory, boolean mustSettle) {
        Optional<String> moving = seen.silent().or(mustSettle ? seen::settling : seen::comingOrGoing);
        if (moving.isPresent() && !memory.begunAtLeast(config.patience().multipliedBy(2))) {
            return moving.map(Decision.Wait::new);
        }
        Optional<String> underway = seen.inTransition();
        if (underway.isPresent() && !memory.begunAtLeast(config.transitionPatience())) {
            return underway.map(Decision.Wait::new);
        }
        boolean mayReplicate = memory.chapters().stream().anyMatch(PastChapter::acted);
        Optional<String> replicating = mustSettle && mayReplicate ? seen.replicating() : Optional.empty();
        return replicating.isPresent() && !memory.begunAtLeast(config.replicationPatience())
                ? replicating.map(Decision.Wait::new)
                : Optional.empty();
    }

    /** The document's own remedies first; where they found that it was not their turn, a start by hand. */
    private static List<Candidate> candidates(
            List<RemediedFinding> ills, RemedyPlanner prescriptions, ChapterHistory past) {
        Stream<Candidate> remedies = ills.stream()
                .flatMap(ill -> ill.remedies().stream().map(chapter -> new Candidate(ill.finding(), chapter)));
        Stream<Candidate> byHand = ills.stream().flatMap(ill -> prescriptions.byHand(ill.finding()).stream()
                .map(chapter -> new Candidate(ill.finding(), chapter)));
        return Stream.concat(remedies, byHand)
                .filter(candidate -> past.allows(candidate.chapter()))
                .toList();
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
