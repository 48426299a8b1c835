package io.presencemedic.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did or was refused; by whom and when is added by the log.
 *
 * @param verb what was done, as in {@code key.create}: what kind of thing, a dot, and what to it
 * @param outcome whether it was done
 * @param cluster the cluster that it concerns; null for none
 * @param job the job that it concerns; null for none
 * @param target path of the thing that it was done to; null for none
 * @param code code of the problem that a refused caller was told; null where it was done
 * @param times how often it happened; more than one only for refusals under attack
 * @param before the thing as JSON before; null where there was none, or it is recorded elsewhere
 * @param after the thing as JSON afterwards; null where there is none, or it is recorded elsewhere
 */
@Value.Builder
public record AuditEntry(
        String verb,
        Outcome outcome,
        @Nullable String cluster,
        @Nullable UUID job,
        @Nullable String target,
        @Nullable String code,
        long times,
        @Nullable String before,
        @Nullable String after) {
    private static final Pattern VERB = Pattern.compile("[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*");

    /** Whether it was done. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    public AuditEntry {
        if (!VERB.matcher(verb).matches() || times < 1) {
            throw new IllegalArgumentException(verb + " " + times);
        }
    }

    /** Something that was done. */
    public static AuditEntry of(String verb) {
        return new AuditEntryBuilder().verb(verb).outcome(Outcome.DONE).times(1).build();
    }

    /** Something that was refused so many times. */
    public static AuditEntry refused(String verb, String code, long times) {
        return new AuditEntryBuilder()
                .verb(verb)
                .outcome(Outcome.REFUSED)
                .code(code)
                .times(times)
                .build();
    }

    /** The same on this cluster. */
    public AuditEntry cluster(@Nullable String id) {
        return new AuditEntryBuilder().like(this).cluster(id).build();
    }

    /** The same with this job. */
    public AuditEntry job(@Nullable UUID id) {
        return new AuditEntryBuilder().like(this).job(id).build();
    }

    /** The same on the thing at this path. */
    public AuditEntry target(@Nullable String path) {
        return new AuditEntryBuilder().like(this).target(path).build();
    }

    /** The same with what the thing was before, as JSON without secrets. */
    public AuditEntry before(@Nullable String json) {
        return new AuditEntryBuilder().like(this).before(json).build();
    }

    /** The same with what the thing is afterwards, as JSON without secrets. */
    public AuditEntry after(@Nullable String json) {
        return new AuditEntryBuilder().like(this).after(json).build();
    }
}
