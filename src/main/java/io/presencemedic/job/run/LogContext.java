package io.presencemedic.job.run;

import java.util.UUID;
import org.jboss.logging.MDC;

/** What log lines of a worker's thread say beside their text, where logs are JSON: job, its trace, cluster, line. */
public final class LogContext implements AutoCloseable {
    private static final String JOB = "job";
    private static final String TRACE = "traceId";
    private static final String CLUSTER = "cluster";
    private static final String LINE = "line";

    private LogContext() {}

    /** From now on, lines are about this job, until the context is closed. */
    public static LogContext of(UUID job) {
        MDC.put(JOB, job.toString());
        MDC.put(TRACE, JobSpanIds.trace(job));
        return new LogContext();
    }

    /** The job's cluster. */
    public static void cluster(String id) {
        MDC.put(CLUSTER, id);
    }

    /** The plan's line that is worked on. */
    static void line(int number) {
        MDC.put(LINE, String.valueOf(number));
    }

    @Override
    public void close() {
        MDC.remove(JOB);
        MDC.remove(TRACE);
        MDC.remove(CLUSTER);
        MDC.remove(LINE);
    }
}
