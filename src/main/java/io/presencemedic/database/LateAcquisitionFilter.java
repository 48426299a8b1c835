package io.presencemedic.database;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps an error of the database client out of the log that says nothing: where no connection could be made, its pool
 * fails the acquisition once more after half a minute, with a stack trace each time (Vert.x 4.5.28,
 * {@code SqlConnectionPool.execute}). The failure itself was told to who asked.
 */
@LoggingFilter(name = "late-acquisitions")
public final class LateAcquisitionFilter implements Filter {
    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    @Override
    public boolean isLoggable(LogRecord record) {
        return !(record.getThrown() instanceof IllegalStateException failure)
                || Arrays.stream(failure.getStackTrace()).limit(3).noneMatch(frame -> frame.getClassName()
                        .equals(POOL));
    }
}
