package io.presencemedic.job.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a line has been waiting for the cluster; changed only while the events are folded. */
final class LinePatience {
    /** A node that comes and goes does not make a line wait for ever. */
    private static final Duration MOST_AWAY = Duration.ofMinutes(30);

    private @Nullable Instant since;
    private Duration away = Duration.ZERO;

    void begin(Instant at) {
        since = at;
    }

    /** For so long nobody worked on the job. */
    void leftAlone(Duration unattended) {
        since = since == null ? null : since.plus(unattended);
    }

    /** Since then the node could not be asked, which it can be now: meanwhile the cluster could not get on. */
    void wasAway(@Nullable Instant from, Instant to) {
        since = since(from, to);
        away = away(from, to);
    }

    void clear() {
        since = null;
        away = Duration.ZERO;
    }

    /**
     * Since when it waits.
     *
     * @param from since when the node cannot be asked; null where it can
     */
    @Nullable
    Instant since(@Nullable Instant from, Instant now) {
        return since == null ? null : since.plus(away(from, now).minus(away));
    }

    /** How long its nodes could not be asked, up to the limit. */
    Duration away(@Nullable Instant from, Instant now) {
        Duration all = from == null || since == null ? away : away.plus(Duration.between(from, now));
        return all.compareTo(MOST_AWAY) < 0 ? all : MOST_AWAY;
    }
}
