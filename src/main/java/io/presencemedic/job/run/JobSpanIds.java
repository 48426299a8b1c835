package io.presencemedic.job.run;

import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ids of traces and spans: random, but for a job, whose trace has the job's own id. So whoever has a job's event, log
 * line or answer has its trace, whichever process took part in it.
 */
@Singleton
public final class JobSpanIds implements IdGenerator {
    private static final IdGenerator RANDOM = IdGenerator.random();
    private final ThreadLocal<@Nullable UUID> job = new ThreadLocal<>();

    /** The id of a job's trace: 32 hexadecimal digits. */
    public static String trace(UUID job) {
        return String.format("%016x%016x", job.getMostSignificantBits(), job.getLeastSignificantBits());
    }

    /** The id of the span that all others of a job's trace are below: 16 hexadecimal digits. */
    public static String root(UUID job) {
        return String.format("%016x", job.getLeastSignificantBits());
    }

    /** What is begun in there is the root of that job's trace. */
    public <T> T asRootOf(UUID id, Supplier<T> begin) {
        job.set(id);
        try {
            return begin.get();
        } finally {
            job.remove();
        }
    }

    @Override
    public String generateTraceId() {
        UUID current = job.get();
        return current == null ? RANDOM.generateTraceId() : trace(current);
    }

    @Override
    public String generateSpanId() {
        UUID current = job.get();
        return current == null ? RANDOM.generateSpanId() : root(current);
    }
}
