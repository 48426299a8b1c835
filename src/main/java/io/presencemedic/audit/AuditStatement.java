package io.presencemedic.audit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recording as a statement with parameters, for rooms that write in transactions of another kind of session. */
public final class AuditStatement {
    /** In PostgreSQL's notation. */
    public static final String SQL = "INSERT INTO audit_entry (verb, outcome, subject_kind, subject, subject_name,"
            + " person, address, request, cluster, job, target, code, times, before, after) VALUES (cast($1 AS text), cast($2 AS text),"
            + " cast($3 AS text), cast($4 AS text), cast($5 AS text), cast($6 AS text), cast($7 AS text), cast($8 AS text), cast($9 AS text), cast($10 AS uuid), cast($11 AS text), cast($12 AS text),"
            + " cast($13 AS bigint), cast($14 AS text), cast($15 AS text))";

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
