package io.presencemedic.job.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the changes that a line made or tried to make; changed only by {@link LineHistory}. */
public final class LineChanges {
    private final AttemptCounter tries = new AttemptCounter();
    private final List<SentChange> sent = new ArrayList<>();
    private int count;
    private @Nullable Instant lastAt;
    private @Nullable String lastAnswer;
    private boolean intent;
    private boolean inDoubt;
    private boolean doubted;

    void begin(Instant at, JobEvent.Acting acting) {
        count++;
        lastAt = at;
        lastAnswer = null;
        intent = true;
        doubted = inDoubt;
        inDoubt = true;
        sent.add(new SentChange(at, acting));
        tries.begin(acting.node(), acting.command(), new SeenBefore(acting.found(), acting.why()));
    }

    void learn(Instant at, JobEvent.DidAct did) {
        intent = false;
        int last = sent.size() - 1;
        if (last >= 0) {
            sent.set(last, sent.get(last).answered(at, did));
        }
        if (did.wasNeverSent()) {
            count--;
            inDoubt = doubted;
            tries.neverSent();
            return;
        }
        inDoubt = did.answer() == null;
        lastAnswer = did.answer();
        if (did.wasBrokenOff()) {
            tries.brokenOff();
        } else if (did.wasLost()) {
            tries.lost();
        } else {
            tries.answered();
        }
    }

    /** Forgets all but when the last change was tried and what was answered. */
    void clear() {
        count = 0;
        intent = false;
        inDoubt = false;
        tries.clear();
    }

    /** Each change that was sent or tried, in order; also those before the line was begun again. */
    public List<SentChange> sent() {
        return List.copyOf(sent);
    }

    /** How many changes were tried since the line was begun. */
    public int count() {
        return count;
    }

    /** When the last of them was tried; null where none was. */
    @Nullable
    public Instant lastAt() {
        return lastAt;
    }

    /** The platform's words about the last; null where there are none. */
    @Nullable
    public String lastAnswer() {
        return lastAnswer;
    }

    /** Whether an intent stands without an outcome. */
    public boolean intent() {
        return intent;
    }

    /** Whether the effect of the last change is not known. */
    public boolean inDoubt() {
        return inDoubt;
    }

    /** Whether the node may still be at work on this change: its answer was the last to be given up. */
    public boolean mayBeUnderWay(String node, String command) {
        return !sent.isEmpty() && sent.get(sent.size() - 1).isGivenUp(node, command);
    }

    /** How often each change was tried. */
    public AttemptCounter tries() {
        return tries;
    }
}
