package io.presencemedic.job.store;

import io.presencemedic.job.log.JobState;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks jobs for; each part may be absent.
 *
 * @param scope regular expression for cluster, blank and runbook of the jobs that he may read
 */
public record JobFilter(
        @Nullable String cluster,
        @Nullable JobState state,
        @Nullable String runbook,
        @Nullable String ticket,
        @Nullable String scope) {
    /** Greater than every id, as PostgreSQL compares them. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** The rows that fit, newest first; only what is asked for is in the query, so that it finds its index. */
    Uni<List<JobRow>> rows(Mutiny.Session session, @Nullable UUID before, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        put(wanted, "cluster", cluster);
        put(wanted, "state", state);
        put(wanted, "runbook", runbook);
        put(wanted, "ticket", ticket);
        String conditions = wanted.keySet().stream()
                .map(each -> condition(each) + " and ")
                .collect(Collectors.joining());
        String readable = scope == null
                ? ""
                : "cast(sql('(? ~ ?)', concat(cluster, ' ', runbook), :scope) as Boolean) = true and ";
        Mutiny.SelectionQuery<JobRow> query = session.createSelectionQuery(
                "from JobRow where " + conditions + readable + "id < :before order by id desc", JobRow.class);
        wanted.forEach(query::setParameter);
        if (scope != null) {
            query.setParameter("scope", scope);
        }
        return query.setParameter("before", before == null ? AFTER_ALL : before)
                .setMaxResults(limit)
                .setReadOnly(true)
                .getResultList();
    }

    /** A job whose worker is dead is queued again, although nobody has written so yet. */
    private String condition(String column) {
        if (column.equals("state") && state == JobState.QUEUED) {
            return "state in (QUEUED, RUNNING) and (state = :state or abandoned)";
        }
        return column + " = :" + column + (column.equals("state") && state == JobState.RUNNING ? " and not abandoned" : "");
    }

    private static void put(Map<String, Object> wanted, String column, @Nullable Object value) {
        if (value != null) {
            wanted.put(column, value);
        }
    }
}
