package io.presencemedic.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LateAcquisitionFilterTest {
    private final LateAcquisitionFilter filter = new LateAcquisitionFilter();

    @Test
    void onlyThePoolsSecondFailureIsKeptOut() {
        IllegalStateException late = new IllegalStateException("Result is already complete");
        late.setStackTrace(new StackTraceElement[] {
            frame("io.vertx.core.Promise"), frame("io.vertx.sqlclient.impl.pool.SqlConnectionPool")
        });

        assertThat(filter.isLoggable(with(late))).isFalse();
        assertThat(filter.isLoggable(with(new IllegalStateException()))).isTrue();
        assertThat(filter.isLoggable(with(null))).isTrue();
    }

    private static LogRecord with(Throwable thrown) {
        LogRecord logged = new LogRecord(Level.SEVERE, "uncaught");
        logged.setThrown(thrown);
        return logged;
    }

    private static StackTraceElement frame(String type) {
        return new StackTraceElement(type, "fail", null, 1);
    }
}
