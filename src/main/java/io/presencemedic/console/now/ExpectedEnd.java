package io.presencemedic.console.now;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a job ends, by the last successful runs of the same runbook on the same cluster. Nothing is said where fewer
 * than five are known: that would be a guess.
 *
 * @param runs how many are known, of the last twenty
 * @param half when half of them would have ended
 * @param most when nine in ten of them would have ended
 * @param late whether it takes longer than nine in ten did
 */
record ExpectedEnd(int runs, Instant half, Instant most, boolean late) {
    /** For all jobs in progress that a page shows; :readable says which. */
    static final String QUERY = """
            SELECT j.id, j.started_at, count(*) AS runs,
                CAST(percentile_disc(0.5) WITHIN GROUP (ORDER BY past.took) AS numeric) AS half,
                CAST(percentile_disc(0.9) WITHIN GROUP (ORDER BY past.took) AS numeric) AS most
            FROM (SELECT id, cluster, runbook, mode, started_at FROM job
                  WHERE finished_at IS NULL AND cluster || ' ' || runbook ~ :readable ORDER BY id DESC LIMIT :most) j
            CROSS JOIN LATERAL (
                SELECT extract(epoch FROM p.finished_at - p.started_at) AS took FROM job p
                WHERE p.cluster = j.cluster AND p.runbook = j.runbook AND p.mode = j.mode AND p.state = 'SUCCEEDED'
                ORDER BY p.id DESC LIMIT 20) past
            WHERE j.started_at IS NOT NULL AND past.took IS NOT NULL
            GROUP BY j.id, j.started_at HAVING count(*) >= 5""";

    static Map<UUID, ExpectedEnd> of(List<Tuple> rows, Instant now) {
        return rows.stream().collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> of(row, now)));
    }

    private static ExpectedEnd of(Tuple row, Instant now) {
        Instant begun = Objects.requireNonNull(row.get("started_at", OffsetDateTime.class))
                .toInstant();
        Function<String, Instant> after = column -> begun.plusSeconds(
                Objects.requireNonNull(row.get(column, BigDecimal.class)).longValue());
        Instant most = after.apply("most");
        return new ExpectedEnd(row.get("runs", Number.class).intValue(), after.apply("half"), most, now.isAfter(most));
    }
}
