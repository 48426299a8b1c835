package io.presencemedic.link;

import io.presencemedic.cisco.cli.Effect;
import org.jspecify.annotations.Nullable;

/**
 * How often an answer that was not understood is asked for again. A line that the wire damaged reads well the next
 * time; the same line twice is a grammar that this service does not know.
 */
public final class RepeatedReading {
    private static final int MOST = 2;

    private final Effect effect;
    private int repeats;

    @Nullable
    private LinkFailure last;

    /** @param effect what is asked; only what reads is ever asked again */
    public RepeatedReading(Effect effect) {
        this.effect = effect;
    }

    /** Whether the same may be asked once more after this failure. */
    public boolean mayFollow(LinkFailure failure) {
        boolean may = effect == Effect.READS
                && failure instanceof LinkFailure.NotUnderstood damaged
                && damaged.line() > 0
                && !failure.equals(last)
                && repeats < MOST;
        last = failure;
        repeats++;
        return may;
    }
}
