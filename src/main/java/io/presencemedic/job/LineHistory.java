package io.presencemedic.job;

import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Restoring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the events say about one line; changed only by {@link JobHistory} while it folds. */
final class LineHistory {
    private final JobEvent.PlannedLine planned;
    private final int part;
    private final LinkTroubles troubles = new LinkTroubles();
    private final LineChanges changes = new LineChanges();
    private final LinePatience patience = new LinePatience();
    private final Map<String, String> notes = new TreeMap<>();
    private Map<String, String> notesBefore = Map.of();
    private final Set<String> commands = new LinkedHashSet<>();
    private @Nullable Instant begunAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant heldSince;
    private JobEvent.@Nullable LineFinished end;
    private @Nullable Hold hold;
    private JobEvent.@Nullable OperatorAsked asked;
    private String why = "";
    private boolean waited;
    private @Nullable Boolean approved;
    private boolean permitted;
    private boolean agreed;
    private boolean mayRepeat;

    /** @param part 0 for the job's own lines, else the number of the chapter, from 1 */
    LineHistory(JobEvent.PlannedLine planned, int part) {
        this.planned = planned;
        this.part = part;
    }

    void apply(Instant at, JobEvent.OfLine event) {
        if (event instanceof JobEvent.LineBegun) {
            begunAt = at;
            patience.begin(at);
        } else if (event instanceof JobEvent.Acting acting) {
            act(at, acting);
        } else if (event instanceof JobEvent.DidAct did) {
            learn(at, did);
        } else if (event instanceof JobEvent.Waiting waiting) {
            wait(at, waiting);
        } else if (event instanceof JobEvent.OperatorAsked question) {
            asked = question;
            approved = null;
            why = question.question();
        } else if (event instanceof JobEvent.OperatorAnswered answered) {
            approved = answered.approved();
            patience.begin(at);
            mayRepeat = answered.approved() && asked != null && asked.command() != null;
            permitted |= mayRepeat && changes.count() == 0;
            agreed |= answered.approved();
        } else if (event instanceof JobEvent.LineFinished finished) {
            finish(at, finished);
        }
    }

    private void act(Instant at, JobEvent.Acting acting) {
        changes.begin(at, acting);
        mayRepeat = false;
        why = acting.why();
        commands.add(acting.command());
        notesBefore = Map.copyOf(notes);
        notes.putAll(acting.notes());
        if (acting.hold() != null) {
            hold = acting.hold();
            heldSince = heldSince == null ? at : heldSince;
        }
    }

    private void learn(Instant at, JobEvent.DidAct did) {
        changes.learn(at, did);
        if (did.wasNeverSent()) {
            notes.clear();
            notes.putAll(notesBefore);
        }
        notes.putAll(Objects.requireNonNullElse(did.notes(), Map.of()));
        why = did.detail() == null ? why : did.detail();
        if (!did.wasNeverSent()) {
            reached(at);
        } else if (hold != null && changes.count() == 0) {
            hold = null;
            heldSince = null;
        }
    }

    private void wait(Instant at, JobEvent.Waiting waiting) {
        why = waiting.why();
        commands.addAll(waiting.commands());
        if (waiting.code() == null) {
            waited = true;
            reached(at);
        } else {
            troubles.add(at);
        }
    }

    private void reached(Instant at) {
        patience.wasAway(troubles.since(), at);
        troubles.end();
    }

    private void finish(Instant at, JobEvent.LineFinished finished) {
        finishedAt = at;
        end = finished;
        why = finished.why();
        commands.addAll(finished.commands());
        troubles.end();
    }

    /** What it held is on again. */
    void paid() {
        hold = null;
    }

    /** For so long nobody worked on the job: neither the cluster nor the link to it has used up anybody's patience. */
    void leftAlone(Duration unattended) {
        if (begunAt != null && finishedAt == null) {
            patience.leftAlone(unattended);
            troubles.leftAlone(unattended);
        }
    }

    /** Begins again, after an operator asked for it. */
    void reopen() {
        patience.clear();
        begunAt = null;
        finishedAt = null;
        end = null;
        changes.clear();
        waited = false;
        approved = null;
        asked = null;
        troubles.end();
    }

    int number() {
        return planned.line();
    }

    int part() {
        return part;
    }

    /** The runbook whose chapter it belongs to; null for the job's own lines. */
    @Nullable
    String runbook() {
        return planned.runbook();
    }

    String step() {
        return planned.step();
    }

    String target() {
        return planned.target();
    }

    @Nullable
    Restoring restores() {
        return planned.restores();
    }

    @Nullable
    Instant begunAt() {
        return begunAt;
    }

    /**
     * Since when the line has been waiting for the cluster: neither while a person was asked, nor while no process
     * worked on the job, nor, up to a limit, while its node could not be asked.
     */
    @Nullable
    Instant patientSince(Instant now) {
        return patience.since(troubles.since(), now);
    }

    /** How long its node could not be asked since the line began, up to a limit. */
    Duration away(Instant now) {
        return patience.away(troubles.since(), now);
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    @Nullable
    LineOutcome outcome() {
        return end == null ? null : end.outcome();
    }

    @Nullable
    String code() {
        return end == null ? null : end.code();
    }

    JobEvent.@Nullable OperatorAsked asked() {
        return asked;
    }

    @Nullable
    Boolean approved() {
        return approved;
    }

    /** What it switched off and nobody has proven to be on again. */
    @Nullable
    Hold hold() {
        return hold;
    }

    @Nullable
    Instant heldSince() {
        return heldSince;
    }

    String why() {
        return why;
    }

    /** What its end says to be on again. */
    @Nullable
    Hold restored() {
        return end == null ? null : end.restored();
    }

    boolean unneeded() {
        return end != null && end.unneeded();
    }

    /** Whether persons have to do what is left. */
    boolean handedOver() {
        return end != null && end.handedOver();
    }

    boolean failed() {
        return end != null && end.outcome().isFailure();
    }

    /** What belongs to its failure beside the sentence. */
    FailureContext context() {
        return end == null || end.context() == null ? FailureContext.NONE : end.context();
    }

    /** Whether an operator has approved the line's change before it was sent. */
    boolean permitted() {
        return permitted;
    }

    /** Whether an operator has ever said yes to what the line asked. */
    boolean agreed() {
        return agreed;
    }

    boolean waited() {
        return waited;
    }

    /** Whether an operator has approved since the last change was tried that it is sent, even if it took effect. */
    boolean mayRepeat() {
        return mayRepeat;
    }

    LineChanges changes() {
        return changes;
    }

    LinkTroubles troubles() {
        return troubles;
    }

    Map<String, String> notes() {
        return notes;
    }

    List<String> commands() {
        return new ArrayList<>(commands);
    }
}
