package io.presencemedic.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the audit log. */
@ApplicationScoped
public class AuditTrail {
    private final Mutiny.SessionFactory database;
    private final AuditSealer sealer;

    AuditTrail(Mutiny.SessionFactory database, AuditSealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * Entries, newest first.
     *
     * @param before only entries with a smaller number
     */
    public Uni<List<RecordedEntry>> newest(AuditFilter filter, long before, int limit) {
        return select(filter, "seq < :place", "seq desc", before, limit);
    }

    /**
     * Entries, oldest first.
     *
     * @param after only entries with a greater number
     */
    public Uni<List<RecordedEntry>> oldest(AuditFilter filter, long after, int limit) {
        return select(filter, "seq > :place", "seq", after, limit);
    }

    private Uni<List<RecordedEntry>> select(AuditFilter filter, String place, String order, long seq, int limit) {
        Map<String, Object> conditions = filter.conditions();
        String where = conditions.keySet().stream()
                .map(condition -> condition + " and ")
                .collect(Collectors.joining("", "", place));
        return sealer.sealForReading()
                .chain(() -> database.withSession(session -> {
                    Mutiny.SelectionQuery<AuditRow> query = session.createSelectionQuery(
                            "from AuditRow where " + where + " order by " + order, AuditRow.class);
                    conditions.forEach((condition, value) -> query.setParameter(parameter(condition), value));
                    return query.setParameter("place", seq).setMaxResults(limit).getResultList();
                }))
                .map(rows -> rows.stream().map(AuditRow::entry).toList());
    }

    private static String parameter(String condition) {
        return condition.substring(condition.indexOf(':') + 1);
    }
}
