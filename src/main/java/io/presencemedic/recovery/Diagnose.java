package io.presencemedic.recovery;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.PastChapter;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        if (ills.isEmpty() && seen.undetermined().isEmpty()) {
            return new Decision.Done(Words.healthy(seen, orders));
        }
        List<PastChapter> past = memory.chapters();
        Optional<Decision> next = next(ills, past);
        boolean mustSettle = next.isEmpty() || !past.isEmpty();
        Optional<String> pending = mustSettle ? seen.silent().or(seen::settling) : seen.silent();
        if (pending.isPresent() && !memory.begunAtLeast(config.patience())) {
            return new Decision.Wait(pending.get());
        }
        return next.orElseGet(() -> Words.handOver(ills, seen.undetermined(), past));
    }

    private static Optional<Decision> next(List<Ill> ills, List<PastChapter> past) {
        return ills.stream()
                .flatMap(ill -> ill.next(past).stream()
                        .map(chapter -> new Decision.Continue(Words.chosen(ill.finding(), chapter), chapter)))
                .<Decision>map(next -> next)
                .findFirst();
    }
}
