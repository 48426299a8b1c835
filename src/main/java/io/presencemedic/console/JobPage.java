package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a job says beside the API's own document.
 *
 * @param job the API's document
 * @param live whether there is more to come
 * @param off what the job switches off, in words; null where it switches nothing off
 * @param present what it does at present
 * @param remaining how long the rest takes by past runs; null where there are too few
 */
record JobPage(
        ObjectNode job,
        boolean live,
        @Nullable String off,
        String present,
        @Nullable String remaining) {
    /** The events that a page listens for: those of the API's stream. */
    static final String EVENT_TYPES =
            "SUBMITTED PLANNED CHAPTER_PLANNED CLAIMED LINE_BEGUN ACTING DID_ACT LINE_FINISHED WAITING OPERATOR_ASKED"
                    + " OPERATOR_ANSWERED CANCEL_REQUESTED RESTORE_REQUESTED HOLD_EXTENDED ACKNOWLEDGED HOST_KEY_PINNED"
                    + " RELEASED FINISHED";

    static JobPage of(ObjectNode job, JsonNode past) {
        boolean live = !job.hasNonNull("finishedAt");
        String state = job.path("state").asText();
        job.put(
                "trouble",
                state.equals("NEEDS_ATTENTION")
                        || state.equals("AWAITING_APPROVAL")
                        || (!live && !job.path("leftSwitchedOff").isEmpty()));
        return new JobPage(job, live, off(job), present(job), live ? RemainingTime.of(job, past) : null);
    }

    String title() {
        return job.path("runbook").asText() + " on " + job.path("cluster").asText() + ", "
                + Signs.words(job.path("state").asText());
    }

    /** What a plan's own brackets hold off: the targets of the lines that restore something. */
    private static @Nullable String off(JsonNode job) {
        Set<String> held = new LinkedHashSet<>();
        for (JsonNode line : job.path("plan")) {
            if (line.hasNonNull("restores")) {
                held.add(line.path("step").asText() + " will end it for "
                        + line.path("target").asText());
            }
        }
        return held.isEmpty() ? null : held.stream().collect(Collectors.joining("; "));
    }

    private static String present(JsonNode job) {
        for (JsonNode line : job.path("plan")) {
            if (line.hasNonNull("startedAt") && !line.hasNonNull("outcome")) {
                return "line " + line.path("line").asText() + ", "
                        + line.path("step").asText() + ": " + line.path("why").asText();
            }
        }
        return "waits for a worker";
    }

    /** The request that runs a plan exactly as it was shown. */
    static ObjectNode execution(JsonNode plan, @Nullable String reason, @Nullable String ticket) {
        ObjectNode body = ((ObjectNode) plan).objectNode();
        body.put("runbook", plan.path("runbook").asText())
                .put("mode", "EXECUTE")
                .put("planHash", plan.path("planHash").textValue());
        ObjectNode target = body.putObject("target");
        for (String kind : new String[] {"group", "node"}) {
            if (plan.path("target").hasNonNull(kind)) {
                target.put(kind, plan.path("target").path(kind).asText());
            }
        }
        if (target.isEmpty()) {
            body.remove("target");
        }
        body.set("parameters", plan.path("parameters"));
        put(body, "reason", reason);
        put(body, "ticket", ticket);
        return body;
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(field, value.strip());
        }
    }
}
