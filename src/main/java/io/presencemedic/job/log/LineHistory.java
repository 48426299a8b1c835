package io.presencemedic.job.log;

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
public final class LineHistory {
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
            reopen();
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

    /** Begins again: an operator asked for it, or what it had left off for another line is to be switched on now. */
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

    /** Its number in the plan, from 1. */
    public int number() {
        return planned.line();
    }

    /** 0 for a line of the job itself, else the number of the chapter that it belongs to, from 1. */
    public int part() {
        return part;
    }

    /** The runbook whose chapter it belongs to; null for the job's own lines. */
    @Nullable
    public String runbook() {
        return planned.runbook();
    }

    /** The name of its step. */
    public String step() {
        return planned.step();
    }

    /** What it collects, in the document's words; null where it collects nothing. */
    @Nullable
    public String collects() {
        return planned.collects();
    }

    /** Whether it holds something off for a time, which may be extended. */
    public boolean sleeps() {
        return Boolean.TRUE.equals(planned.sleeps());
    }

    /** The node, group or cluster that it is about. */
    public String target() {
        return planned.target();
    }

    /** What it switches on again; null for a line that restores nothing. */
    @Nullable
    public Restoring restores() {
        return planned.restores();
    }

    /** When it was begun, last of all; null until then. */
    @Nullable
    public Instant begunAt() {
        return begunAt;
    }

    /**
     * Since when the line has been waiting for the cluster: neither while a person was asked, nor while no process
     * worked on the job, nor, up to a limit, while its node could not be asked.
     */
    @Nullable
    public Instant patientSince(Instant now) {
        return patience.since(troubles.since(), now);
    }

    /** How long its node could not be asked since the line began, up to a limit. */
    public Duration away(Instant now) {
        return patience.away(troubles.since(), now);
    }

    /** When it ended; null while it has not. */
    @Nullable
    public Instant finishedAt() {
        return finishedAt;
    }

    /** How it ended; null while it has not. */
    @Nullable
    public LineOutcome outcome() {
        return end == null ? null : end.outcome();
    }

    /** The stable code of its end; null where there is none. */
    @Nullable
    public String code() {
        return end == null ? null : end.code();
    }

    /** What an operator was asked; null where nobody was. */
    public JobEvent.@Nullable OperatorAsked asked() {
        return asked;
    }

    /** The operator's answer; null while there is none. */
    @Nullable
    public Boolean approved() {
        return approved;
    }

    /** What it switched off and nobody has proven to be on again. */
    @Nullable
    Hold hold() {
        return hold;
    }

    /** Since when {@link #hold} is off; null where nothing is. */
    @Nullable
    public Instant heldSince() {
        return heldSince;
    }

    /** Why it is as it is, for a person. */
    public String why() {
        return why;
    }

    /** What its end says to be on again. */
    @Nullable
    Hold restored() {
        return end == null ? null : end.restored();
    }

    /** Whether its end says that it was not needed. */
    public boolean unneeded() {
        return end != null && end.unneeded();
    }

    /** Whether persons have to do what is left. */
    public boolean handedOver() {
        return end != null && end.handedOver();
    }

    boolean failed() {
        return end != null && end.outcome().isFailure();
    }

    /** What belongs to its failure beside the sentence. */
    public FailureContext context() {
        return end == null || end.context() == null ? FailureContext.NONE : end.context();
    }

    /** Whether an operator has approved the line's change before it was sent. */
    public boolean permitted() {
        return permitted;
    }

    /** Whether an operator has ever said yes to what the line asked. */
    public boolean agreed() {
        return agreed;
    }

    /** Whether it has been put down to wait since it was begun. */
    public boolean waited() {
        return waited;
    }

    /** Whether an operator has approved since the last change was tried that it is sent, even if it took effect. */
    public boolean mayRepeat() {
        return mayRepeat;
    }

    /** The changes that it tried. */
    public LineChanges changes() {
        return changes;
    }

    /** Tries in vain to reach its node. */
    public LinkTroubles troubles() {
        return troubles;
    }

    /** What its step wrote down for its next look. */
    public Map<String, String> notes() {
        return notes;
    }

    /** The commands that it would send or has sent, for a person. */
    public List<String> commands() {
        return new ArrayList<>(commands);
    }
}
