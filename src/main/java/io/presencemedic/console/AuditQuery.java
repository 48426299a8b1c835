package io.presencemedic.console;

import io.presencemedic.audit.AuditFilter;
import io.presencemedic.audit.AuditFilterBuilder;
import io.presencemedic.console.job.JobQuery;
import io.presencemedic.console.page.VisibleText;
import io.presencemedic.http.KeepableTime;
import io.presencemedic.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit log a reader wants, as he typed it; an empty field asks for nothing. */
record AuditQuery(
        @Nullable String subject,
        @Nullable String verb,
        @Nullable String cluster,
        @Nullable String job,
        @Nullable String from,
        @Nullable String to) {
    AuditQuery {
        subject = said(subject);
        verb = said(verb);
        cluster = said(cluster);
        job = said(job);
        from = said(from);
        to = said(to);
    }

    private static @Nullable String said(@Nullable String field) {
        return field == null || field.isBlank() ? null : VisibleText.of(field.strip());
    }

    /**
     * The filter.
     *
     * @throws io.presencemedic.http.ProblemException 400 where a time or an id is none
     */
    AuditFilter filter() {
        return new AuditFilterBuilder()
                .subject(subject)
                .verb(verb)
                .cluster(cluster)
                .job(id(job))
                .from(time("from", from))
                .to(time("to", to))
                .build();
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("job", "must be the id of a job").exception();
        }
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null ? null : KeepableTime.require(Instant.parse(text));
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "must be a time in UTC, as in 2030-01-31T12:00:00Z")
                    .exception();
        }
    }

    /** The query part of an address that asks the same. */
    String address(@Nullable String cursor) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("subject", subject);
        all.put("verb", verb);
        all.put("cluster", cluster);
        all.put("job", job);
        all.put("from", from);
        all.put("to", to);
        all.put("cursor", cursor);
        String query = all.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + JobQuery.encoded(String.valueOf(each.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
