package io.presencemedic.job;

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
        if (from == null || since == null) {
            return;
        }
        Duration time = Duration.between(from, to);
        Duration room = MOST_AWAY.minus(away);
        Duration taken = time.compareTo(room) < 0 ? time : room;
        away = away.plus(taken);
        since = since.plus(taken);
    }

    void clear() {
        since = null;
        away = Duration.ZERO;
    }

    @Nullable
    Instant since() {
        return since;
    }

    /** How long its nodes could not be asked, up to the limit. */
    Duration away() {
        return away;
    }
}
