package io.presencemedic.console.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.console.page.StateSymbols;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.LineOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a job says beside the API's own document.
 *
 * @param job the API's document
 * @param live whether there is more to come
 * @param off what the job switches off and for which lines, in words
 * @param present what it does at present
 * @param since since when; null where it is not known
 * @param remaining how long the rest takes by past runs; null where there are too few
 */
record JobPage(
        ObjectNode job,
        boolean live,
        List<String> off,
        String present,
        @Nullable String since,
        @Nullable String remaining) {
    /** The events that a page listens for: all of the API's stream, by the names that they have there. */
    static final String EVENT_TYPES = Arrays.stream(
                    JobEvent.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.joining(" "));

    static JobPage of(ObjectNode job, JsonNode past, Instant now) {
        boolean live = !job.hasNonNull("finishedAt");
        String state = job.path("state").asText();
        job.put(
                "trouble",
                state.equals("NEEDS_ATTENTION")
                        || state.equals("AWAITING_APPROVAL")
                        || (!live && !job.path("leftSwitchedOff").isEmpty()));
        boolean ahead = live || job.path("mode").asText().equals("PLAN");
        return new JobPage(
                job, live, off(job), present(job), since(job), ahead ? RemainingTime.of(job, past, now) : null);
    }

    String title() {
        return job.path("runbook").asText() + " on " + job.path("cluster").asText() + ", "
                + StateSymbols.words(job.path("state").asText());
    }

    /** What a plan's own brackets hold off: what the lines do that are made good again at the end. */
    private static List<String> off(JsonNode job) {
        List<String> held = new ArrayList<>();
        for (JsonNode end : job.path("plan")) {
            JsonNode begin = job.path("plan").path(end.path("restores").asInt(0) - 1);
            if (end.hasNonNull("restores")
                    && LineOutcome.CHANGED.name().equals(begin.path("outcome").asText())) {
                held.add(begin.path("step").asText() + " of "
                        + begin.path("target").asText() + ", lines "
                        + begin.path("line").asText() + " to "
                        + end.path("line").asText());
            }
        }
        return held;
    }

    private static String present(JsonNode job) {
        for (JsonNode line : job.path("plan")) {
            if (line.hasNonNull("startedAt") && !line.hasNonNull("outcome")) {
                return "line " + line.path("line").asText() + ", "
                        + line.path("step").asText() + ": " + line.path("why").asText();
            }
        }
        String state = job.path("state").asText();
        return state.equals("QUEUED") ? "waits for a worker" : StateSymbols.words(state);
    }

    private static @Nullable String since(JsonNode job) {
        for (JsonNode line : job.path("plan")) {
            if (line.hasNonNull("startedAt") && !line.hasNonNull("outcome")) {
                return line.path("startedAt").asText();
            }
        }
        return job.path("createdAt").textValue();
    }

    /** The lines of a plan as it is. */
    static List<JsonNode> lines(JsonNode job) {
        return StreamSupport.stream(job.path("plan").spliterator(), false).toList();
    }

    /** The request that runs a plan exactly as it was shown. */
    static ObjectNode execution(JsonNode plan, @Nullable String reason, @Nullable String ticket) {
        ObjectNode body =
                same(plan, "EXECUTE").put("planHash", plan.path("planHash").textValue());
        put(body, "reason", reason);
        put(body, "ticket", ticket);
        return body;
    }

    /** The request that plans anew what a job was to do. */
    static ObjectNode plan(JsonNode job) {
        return same(job, "PLAN");
    }

    private static ObjectNode same(JsonNode job, String mode) {
        ObjectNode body = ((ObjectNode) job).objectNode();
        body.put("runbook", job.path("runbook").asText()).put("mode", mode);
        ObjectNode target = body.putObject("target");
        for (String kind : new String[] {"group", "node"}) {
            if (job.path("target").hasNonNull(kind)) {
                target.put(kind, job.path("target").path(kind).asText());
            }
        }
        if (target.isEmpty()) {
            body.remove("target");
        }
        body.set("parameters", job.path("parameters"));
        return body;
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(field, value.strip());
        }
    }
}
