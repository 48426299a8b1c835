package io.presencemedic.job;

import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Restoring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the events say about one line; changed only by {@link JobHistory} while it folds. */
final class LineHistory {
    private final JobEvent.PlannedLine planned;
    private final Map<String, String> notes = new TreeMap<>();
    private final Set<String> commands = new LinkedHashSet<>();
    private @Nullable Instant begunAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant actedAt;
    private @Nullable Instant heldSince;
    private @Nullable Instant troubleSince;
    private @Nullable LineOutcome outcome;
    private @Nullable String code;
    private @Nullable String lastAnswer;
    private @Nullable Hold hold;
    private JobEvent.@Nullable OperatorAsked asked;
    private String why = "";
    private boolean unneeded;
    private boolean inDoubt;
    private boolean intent;
    private boolean waited;
    private @Nullable Boolean approved;
    private int acts;
    private int troubles;

    LineHistory(JobEvent.PlannedLine planned) {
        this.planned = planned;
    }

    void apply(Instant at, JobEvent.OfLine event) {
        if (event instanceof JobEvent.LineBegun) {
            begunAt = at;
        } else if (event instanceof JobEvent.Acting acting) {
            act(at, acting);
        } else if (event instanceof JobEvent.DidAct did) {
            intent = false;
            inDoubt = did.answer() == null;
            lastAnswer = did.answer();
            why = did.detail() == null ? why : did.detail();
        } else if (event instanceof JobEvent.Waiting waiting) {
            wait(at, waiting);
        } else if (event instanceof JobEvent.OperatorAsked question) {
            asked = question;
            approved = null;
            why = question.question();
        } else if (event instanceof JobEvent.OperatorAnswered answered) {
            approved = answered.approved();
        } else if (event instanceof JobEvent.LineFinished finished) {
            finish(at, finished);
        }
    }

    private void act(Instant at, JobEvent.Acting acting) {
        acts++;
        actedAt = at;
        intent = true;
        inDoubt = true;
        lastAnswer = null;
        why = acting.why();
        commands.add(acting.command());
        notes.putAll(acting.notes());
        if (acting.hold() != null) {
            hold = acting.hold();
            heldSince = heldSince == null ? at : heldSince;
        }
        calm();
    }

    private void wait(Instant at, JobEvent.Waiting waiting) {
        why = waiting.why();
        commands.addAll(waiting.commands());
        if (waiting.code() == null) {
            waited = true;
            calm();
        } else {
            troubles++;
            troubleSince = troubleSince == null ? at : troubleSince;
        }
    }

    private void calm() {
        troubles = 0;
        troubleSince = null;
    }

    private void finish(Instant at, JobEvent.LineFinished finished) {
        finishedAt = at;
        outcome = finished.outcome();
        why = finished.why();
        code = finished.code();
        unneeded = finished.unneeded();
        commands.addAll(finished.commands());
        calm();
    }

    /** What it held is on again. */
    void paid() {
        hold = null;
    }

    /** Begins again, after an operator asked for it. */
    void reopen() {
        begunAt = null;
        finishedAt = null;
        outcome = null;
        code = null;
        acts = 0;
        inDoubt = false;
        intent = false;
        waited = false;
        approved = null;
        asked = null;
        calm();
    }

    int number() {
        return planned.line();
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

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    @Nullable
    Instant actedAt() {
        return actedAt;
    }

    @Nullable
    Instant troubleSince() {
        return troubleSince;
    }

    @Nullable
    LineOutcome outcome() {
        return outcome;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String lastAnswer() {
        return lastAnswer;
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

    boolean unneeded() {
        return unneeded;
    }

    /** Whether an intent stands without an outcome. */
    boolean intent() {
        return intent;
    }

    /** Whether the effect of the last change is not known. */
    boolean inDoubt() {
        return inDoubt;
    }

    boolean waited() {
        return waited;
    }

    int acts() {
        return acts;
    }

    int troubles() {
        return troubles;
    }

    Map<String, String> notes() {
        return notes;
    }

    List<String> commands() {
        return new ArrayList<>(commands);
    }
}
