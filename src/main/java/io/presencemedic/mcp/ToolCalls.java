package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.ToolGuard;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.http.DirectCall;
import io.presencemedic.http.FormBody;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all tools have in common: who calls is known and counted, and whatever happens is a bounded document. */
@ApplicationScoped
class ToolCalls {
    private static final int USUAL_ENTRIES = 20;
    private static final int MOST_ENTRIES = 50;

    private final ToolGuard guard;
    private final ObjectMapper json;
    private final Duration patience;
    private final Semaphore waiting;

    ToolCalls(ToolGuard guard, ObjectMapper json, McpConfig config) {
        this.guard = guard;
        this.json = json;
        this.patience = config.patience();
        this.waiting = new Semaphore(config.waiting());
    }

    /** Answers a call that only looks. */
    ToolResponse look(Supplier<Object> work) {
        return answer(null, work);
    }

    /** Answers a call; a refusal is told as the API tells it, with its stable code. */
    ToolResponse answer(@Nullable Limit limit, Supplier<Object> work) {
        try {
            guard.enter(limit);
            return ToolResponse.success(AnswerSize.fit(document(work.get())));
        } catch (RuntimeException refused) {
            Problem problem = DirectCall.problem(refused);
            ObjectNode told = json.valueToTree(problem.document());
            told.remove("type");
            String pause = problem.headers().get("Retry-After");
            if (pause != null) {
                told.put("retryAfterSeconds", pause);
            }
            return ToolResponse.error(AnswerSize.fit(told));
        }
    }

    /** Does work that may wait for its result, if few enough others wait. */
    Object waiting(String idempotencyKey, Function<FormHeaders, Object> work) {
        FormHeaders headers = new FormHeaders(idempotencyKey);
        if (!waiting.tryAcquire()) {
            return work.apply(headers);
        }
        try {
            return work.apply(headers.waiting(patience));
        } finally {
            waiting.release();
        }
    }

    /** What a resource answered, as the API's callers see it. */
    JsonNode document(Object answer) {
        return DirectCall.document(json, answer);
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    /** An object of a call's arguments as JSON. */
    ObjectNode object(@Nullable Map<String, Object> argument) {
        return json.valueToTree(Objects.requireNonNullElse(argument, Map.of()));
    }

    /** Arguments as the body of the operation that they are for, read by the same strict rules. */
    <T> T body(JsonNode fields, Class<T> type) {
        return FormBody.read(json, fields, type);
    }

    PageRequest page(@Nullable Integer limit, @Nullable String cursor) {
        int entries = limit == null ? USUAL_ENTRIES : limit;
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw Problem.invalid("limit", "must be 1 to " + MOST_ENTRIES).exception();
        }
        return PageRequest.of(entries, cursor);
    }

    static UUID id(String field, String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw noId(field);
        }
        throw noId(field);
    }

    private static RuntimeException noId(String field) {
        return Problem.invalid(
                        field, "must be an id as the service names it, such as 0190a5c2-3c5a-7d3e-8f00-0123456789ab")
                .exception();
    }
}
