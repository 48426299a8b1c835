package io.presencemedic.job.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Failures of the link in a row, while one line is worked on. */
public final class LinkTroubles {
    private int count;
    private @Nullable Instant since;

    void add(Instant at) {
        count++;
        since = since == null ? at : since;
    }

    /** For so long nobody tried. */
    void leftAlone(Duration unattended) {
        since = since == null ? null : since.plus(unattended);
    }

    /** The cluster has answered. */
    void end() {
        count = 0;
        since = null;
    }

    /** How many there were in a row. */
    public int count() {
        return count;
    }

    /** Since when, without the time in which nobody tried; null where there is no trouble. */
    @Nullable
    public Instant since() {
        return since;
    }
}
