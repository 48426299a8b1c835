package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the lines that are still to come took in past runs of the same runbook on the same cluster: the median and
 * the ninetieth percentile. A run counts only if it did each of these lines; nothing is said where fewer than five
 * count, because that would be a guess.
 */
final class RemainingTime {
    private static final int ENOUGH = 5;

    private RemainingTime() {}

    /** @param now what has passed of the line in progress is taken off */
    static @Nullable String of(JsonNode job, JsonNode past, Instant now) {
        List<String> steps = toCome(job);
        Duration begun = begun(job, now);
        List<Duration> rests = new ArrayList<>();
        for (JsonNode run : past.path("items")) {
            Duration took = run.path("mode").asText().equals("EXECUTE") ? took(run, steps) : null;
            if (took != null) {
                rests.add(took.compareTo(begun) < 0 ? Duration.ZERO : took.minus(begun));
            }
        }
        if (rests.size() < ENOUGH || steps.isEmpty()) {
            return null;
        }
        rests.sort(Duration::compareTo);
        return "half of " + rests.size() + " runs took " + words(at(rests, 50)) + " from here, nine in ten at most "
                + words(at(rests, 90));
    }

    private static List<String> toCome(JsonNode job) {
        List<String> steps = new ArrayList<>();
        boolean all = job.path("mode").asText().equals("PLAN");
        for (JsonNode line : job.path("plan")) {
            if (all || !line.hasNonNull("outcome")) {
                steps.add(name(line));
            }
        }
        return steps;
    }

    private static Duration begun(JsonNode job, Instant now) {
        for (JsonNode line : job.path("plan")) {
            if (!line.hasNonNull("outcome") && line.hasNonNull("startedAt")) {
                return Duration.between(Instant.parse(line.path("startedAt").asText()), now);
            }
        }
        return Duration.ZERO;
    }

    /** How long a run took for these steps; null where it did not do all of them. */
    private static @Nullable Duration took(JsonNode run, List<String> steps) {
        Map<String, Duration> each = new HashMap<>();
        for (JsonNode line : run.path("plan")) {
            if (line.hasNonNull("startedAt") && line.hasNonNull("finishedAt")) {
                each.merge(name(line), between(line), Duration::plus);
            }
        }
        Duration all = Duration.ZERO;
        for (String step : steps.stream().distinct().toList()) {
            Duration took = each.get(step);
            if (took == null) {
                return null;
            }
            all = all.plus(took);
        }
        return all;
    }

    private static Duration between(JsonNode line) {
        return Duration.between(
                Instant.parse(line.path("startedAt").asText()),
                Instant.parse(line.path("finishedAt").asText()));
    }

    private static String name(JsonNode line) {
        return line.path("step").asText() + " " + line.path("target").asText();
    }

    /** Nearest rank: the smallest of the sorted times that so many percent do not exceed. */
    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static String words(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? time.toSeconds() + " s"
                : (time.toSeconds() + 30) / 60 + " min";
    }
}
