package io.presencemedic.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; each part may be absent.
 *
 * @param subject name of the key or user
 * @param verb as recorded, such as {@code key.create}
 * @param cluster id of a cluster
 * @param job id of a job
 * @param from from this time on
 * @param to before this time
 */
@Value.Builder
public record AuditFilter(
        @Nullable String subject,
        @Nullable String verb,
        @Nullable String cluster,
        @Nullable UUID job,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** All entries. */
    static final AuditFilter ALL = new AuditFilterBuilder().build();

    /** The conditions of a query on entries and their parameters, in which no absent part is named. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "name = :subject", subject);
        put(conditions, "verb = :verb", verb);
        put(conditions, "cluster = :cluster", cluster);
        put(conditions, "job = :job", job);
        put(conditions, "at >= :from", from);
        put(conditions, "at < :to", to);
        return conditions;
    }

    private static void put(Map<String, Object> conditions, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }
}
