package io.presencemedic.link.ssh;

import io.presencemedic.link.Deadline;
import io.presencemedic.link.Urgency;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one command at a time through to a node's shell: remediations before diagnoses, and in the order of their
 * coming. A diagnosis that holds the turn for long is asked to give way to a remediation.
 */
final class ShellLock {
    private static final long LOOK_MILLIS = 200;

    private final Duration courtesy;
    private final TreeSet<Turn> waiting =
            new TreeSet<>(Comparator.comparing(Turn::urgency).thenComparing(Turn::number));
    private @Nullable Turn holder;
    private long numbers;

    ShellLock(Duration courtesy) {
        this.courtesy = courtesy;
    }

    /**
     * Waits for a turn.
     *
     * @param yields what makes the turn's work stop early; run on another thread, at most once
     * @param abandoned whether the turn is not wanted any longer
     * @return empty where the deadline passed or nobody wants the turn any longer
     */
    synchronized Optional<Turn> enter(Urgency urgency, Runnable yields, Deadline deadline, BooleanSupplier abandoned)
            throws InterruptedException {
        Turn turn = new Turn(urgency, numbers++, yields);
        Deadline patience = Deadline.in(courtesy);
        waiting.add(turn);
        try {
            while (holder != null || !waiting.first().equals(turn)) {
                if (deadline.expired() || abandoned.getAsBoolean()) {
                    return Optional.empty();
                }
                if (patience.expired()) {
                    askToYield(turn);
                }
                wait(Math.min(LOOK_MILLIS, deadline.waitMillis()));
            }
            if (abandoned.getAsBoolean()) {
                return Optional.empty();
            }
            holder = turn;
            return Optional.of(turn);
        } finally {
            waiting.remove(turn);
            notifyAll();
        }
    }

    private void askToYield(Turn wanting) {
        Turn holding = holder;
        if (holding != null && wanting.urgency.compareTo(holding.urgency) < 0 && !holding.yielding) {
            holding.yielding = true;
            holding.yields.run();
        }
    }

    /** Whether nobody has the turn, and nobody waits for it. */
    synchronized boolean isFree() {
        return holder == null && waiting.isEmpty();
    }

    /** Ends a turn. */
    synchronized void leave(Turn turn) {
        if (turn.equals(holder)) {
            holder = null;
            notifyAll();
        }
    }

    /** Whether this turn was asked to give way. */
    synchronized boolean gaveWay(Turn turn) {
        return turn.yielding;
    }

    /** The right to type, for one command. */
    static final class Turn {
        private final Urgency urgency;
        private final long number;
        private final Runnable yields;
        private boolean yielding;

        private Turn(Urgency urgency, long number, Runnable yields) {
            this.urgency = urgency;
            this.number = number;
            this.yields = yields;
        }

        private Urgency urgency() {
            return urgency;
        }

        private long number() {
            return number;
        }
    }
}
