package io.presencemedic.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Failures of the link in a row, while one line is worked on. */
final class LinkTroubles {
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

    int count() {
        return count;
    }

    @Nullable
    Instant since() {
        return since;
    }
}
