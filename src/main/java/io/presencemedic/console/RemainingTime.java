package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the lines that are still to come took in past runs of the same runbook on the same cluster: the median and
 * the ninetieth percentile. Nothing is said where fewer than five runs are known, because that would be a guess.
 */
final class RemainingTime {
    private static final int ENOUGH = 5;

    private RemainingTime() {}

    static @Nullable String of(JsonNode job, JsonNode past) {
        List<String> steps = toCome(job);
        List<Duration> rests = new ArrayList<>();
        for (JsonNode run : past.path("items")) {
            if (run.path("mode").asText().equals("EXECUTE")) {
                rests.add(took(run, steps));
            }
        }
        if (rests.size() < ENOUGH || steps.isEmpty()) {
            return null;
        }
        rests.sort(Duration::compareTo);
        return "about " + words(at(rests, 50)) + ", nine in ten within " + words(at(rests, 90));
    }

    private static List<String> toCome(JsonNode job) {
        List<String> steps = new ArrayList<>();
        for (JsonNode line : job.path("plan")) {
            if (!line.hasNonNull("outcome")) {
                steps.add(name(line));
            }
        }
        return steps;
    }

    private static Duration took(JsonNode run, List<String> steps) {
        Duration all = Duration.ZERO;
        for (JsonNode line : run.path("plan")) {
            if (steps.contains(name(line)) && line.hasNonNull("startedAt") && line.hasNonNull("finishedAt")) {
                all = all.plus(Duration.between(
                        Instant.parse(line.path("startedAt").asText()),
                        Instant.parse(line.path("finishedAt").asText())));
            }
        }
        return all;
    }

    private static String name(JsonNode line) {
        return line.path("step").asText() + " " + line.path("target").asText();
    }

    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static String words(Duration time) {
        return time.compareTo(Duration.ofMinutes(2)) < 0
                ? time.toSeconds() + " s"
                : (time.toSeconds() + 30) / 60 + " min";
    }
}
