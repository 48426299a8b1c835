package io.presencemedic.audit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recording as a statement with parameters, for rooms that write in transactions of another kind of session. */
public final class AuditStatement {
    /** In PostgreSQL's notation. */
    public static final String SQL = "INSERT INTO audit_entry (verb, outcome, subject_kind, subject, subject_name,"
            + " person, address, request, cluster, job, target, code, times, before, after) VALUES ($1::text, $2::text,"
            + " $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::uuid, $11::text, $12::text,"
            + " $13::bigint, $14::text, $15::text)";

    private AuditStatement() {}

    /** What {@link #SQL} wants, in its order. */
    public static List<@Nullable Object> parameters(Actor actor, AuditEntry entry) {
        return Collections.unmodifiableList(Arrays.asList(
                entry.verb(),
                entry.outcome().name(),
                actor.kind().name(),
                actor.id(),
                actor.name(),
                actor.person(),
                actor.address(),
                actor.request(),
                entry.cluster(),
                entry.job(),
                entry.target(),
                entry.code(),
                entry.times(),
                entry.before(),
                entry.after()));
    }
}
