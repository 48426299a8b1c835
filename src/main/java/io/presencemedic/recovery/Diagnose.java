package io.presencemedic.recovery;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks what is wrong and decides what is done next: a procedure, nothing more, or to hand over to persons. */
record Diagnose(
        Cluster cluster,
        Doctor doctor,
        Function<String, Optional<Runbook>> catalog,
        Orders orders,
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
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        Examination seen = doctor.examine(look);
        Prescriptions prescriptions = new Prescriptions(catalog, orders, cluster, seen);
        List<Ill> ills = seen.verdict().findings().stream()
                .filter(orders::concerns)
                .map(finding -> new Ill(finding, prescriptions.of(finding)))
                .toList();
        boolean isHealthy = ills.isEmpty() && seen.undetermined().isEmpty();
        if (isHealthy && memory.owed().isEmpty()) {
            return new Decision.Done(Words.healthy(seen, orders));
        }
        Past past = new Past(memory.chapters());
        Optional<Decision> next = next(ills, prescriptions, past);
        boolean mustSettle = next.isEmpty() || !past.chapters().isEmpty();
        Optional<String> pending = mustSettle ? seen.silent().or(seen::settling) : seen.silent();
        if (pending.isPresent() && !memory.begunAtLeast(config.patience())) {
            return new Decision.Wait(pending.get());
        }
        return next.or(() -> restore(prescriptions, memory.owed(), past))
                .orElseGet(() -> Words.handOver(ills, seen.undetermined(), memory));
    }

    /** The document's own remedies first; where they found that it was not their turn, a start by hand. */
    private static Optional<Decision> next(List<Ill> ills, Prescriptions prescriptions, Past past) {
        Stream<Decision> remedies = ills.stream().flatMap(ill -> ill.remedies().stream()
                .filter(past::allows)
                .map(chapter -> new Decision.Continue(Words.chosen(ill.finding(), chapter), chapter)));
        Stream<Decision> byHand = ills.stream().flatMap(ill -> prescriptions.byHand(ill.finding()).stream()
                .filter(past::allows)
                .map(chapter -> new Decision.Continue(Words.chosen(ill.finding(), chapter), chapter)));
        return Stream.concat(remedies, byHand).findFirst();
    }

    /** What a procedure could not switch on again because something else was wrong is tried again in the end. */
    private static Optional<Decision> restore(Prescriptions prescriptions, List<Hold> owed, Past past) {
        return owed.stream()
                .flatMap(hold -> prescriptions.restoring(hold).stream()
                        .filter(past::allows)
                        .map(chapter -> new Decision.Continue(
                                "still off by this job: " + hold.words() + ". Next: " + chapter.runbook(), chapter)))
                .<Decision>map(next -> next)
                .findFirst();
    }
}
