package io.presencemedic.console.job;

import io.presencemedic.console.page.VisibleText;
import io.presencemedic.job.log.JobState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which jobs a reader wants to see; each part may be absent. */
public record JobQuery(
        @Nullable String cluster,
        @Nullable String runbook,
        @Nullable String ticket,
        @Nullable JobState state) {
    /** What a form with four fields says; an empty field, or a state that nobody knows, asks for nothing. */
    static JobQuery of(
            @Nullable String cluster, @Nullable String runbook, @Nullable String ticket, @Nullable String state) {
        JobState known = Stream.of(JobState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        return new JobQuery(said(cluster), said(runbook), said(ticket), known);
    }

    private static @Nullable String said(@Nullable String field) {
        return field == null || field.isBlank() ? null : VisibleText.of(field.strip());
    }

    /** The address of the next page; null where there is none. */
    @Nullable
    String next(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("cluster", cluster);
        all.put("runbook", runbook);
        all.put("ticket", ticket);
        all.put("state", state);
        all.put("cursor", cursor);
        return all.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + encoded(String.valueOf(each.getValue())))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** A value as it stands in a query (RFC 3986, 3.4). */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
