package io.presencemedic.job.run;

import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.OutstandingHolds;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.PastChapter;
import io.presencemedic.runbook.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a step may remember, read from the log. */
record HistoryLineMemory(JobHistory history, LineHistory line, Instant now, ExecutionContext world)
        implements LineMemory {
    @Override
    public int acts() {
        return line.changes().count();
    }

    @Override
    public int tries() {
        return line.changes().tries().all();
    }

    @Override
    public int tries(Decision.Act act) {
        Change change = act.change();
        return line.changes().tries().of(change.node().name(), world.wording(change), act.why());
    }

    @Override
    public int triesInJob(Change change) {
        return history.lines().stream()
                .mapToInt(each -> each.changes().tries().made(change.node().name(), world.wording(change)))
                .sum();
    }

    @Override
    public boolean lastActUnknown() {
        return line.changes().inDoubt();
    }

    @Override
    public boolean waited() {
        return line.waited();
    }

    @Override
    public Optional<String> lastAnswer() {
        return Optional.ofNullable(line.changes().lastAnswer());
    }

    @Override
    public boolean actedAtLeast(Duration ago) {
        return passed(line.changes().lastAt(), ago);
    }

    @Override
    public boolean begunAtLeast(Duration ago) {
        Instant begun = line.begunAt();
        return passed(begun == null ? null : begun.plus(line.away(now)), ago);
    }

    @Override
    public boolean awayAtLeast(Duration time) {
        Instant from = Instant.EPOCH;
        return !after(from, time, world.pace()).isAfter(from.plus(line.away(now)));
    }

    @Override
    public boolean heldFor(Duration planned) {
        return history.extended()
                .map(extension -> passed(history.extendedAt(), extension.restoreAfter()))
                .orElseGet(() -> passed(line.begunAt(), planned));
    }

    @Override
    public Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        history.owed(line).ifPresent(taker -> notes.putAll(taker.notes()));
        notes.putAll(line.notes());
        return notes;
    }

    @Override
    public Optional<String> noted(String name) {
        return history.lines().stream()
                .map(each -> each.notes().get(name))
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    @Override
    public boolean approved() {
        return Boolean.TRUE.equals(line.approved());
    }

    @Override
    public List<PastChapter> chapters() {
        return Chapters.past(history);
    }

    @Override
    public List<Hold> owed() {
        return OutstandingHolds.holds(history);
    }

    @Override
    public List<Hold> overruled() {
        return OutstandingHolds.overruled(history);
    }

    @Override
    public boolean restoreRequested() {
        return history.isRestoreRequested();
    }

    /** When the cluster's duration has passed since the instant, on our clock. */
    static Instant after(Instant since, Duration clusters, TimeScale pace) {
        return since.plus(pace.ours(clusters));
    }

    private boolean passed(@Nullable Instant since, Duration ago) {
        return since != null && !now.isBefore(after(since, ago, world.pace()));
    }
}
