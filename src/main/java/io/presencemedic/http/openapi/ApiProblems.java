package io.presencemedic.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.http.FrameworkProblems;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Which errors an operation can answer with, as the description of the API shows them. */
final class ApiProblems {
    private static final Map<Integer, Problem> EXAMPLES = examples();

    private ApiProblems() {}

    private static Map<Integer, Problem> examples() {
        Map<Integer, Problem> examples = new LinkedHashMap<>();
        for (Problem problem : List.of(
                Problem.invalid("limit", "must be less than or equal to 200"),
                FrameworkProblems.unauthenticated(),
                FrameworkProblems.forbidden(),
                Problem.of(404, "CLUSTER_UNKNOWN", "There is no cluster \"emea\"; GET /api/v1/clusters lists them."),
                FrameworkProblems.of(406),
                Problem.of(409, "CLUSTER_BUSY", "Job 0190… is working on the cluster. Wait for it or cancel it."),
                Problem.of(412, "PRECONDITION_FAILED", "The cluster has changed since you saw it. Read it again."),
                FrameworkProblems.of(413),
                FrameworkProblems.of(415),
                Problem.of(416, "RANGE_NOT_SATISFIABLE", "There are only 1000 bytes; ask for a part of them."),
                Problem.of(422, "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was used for another request."),
                Problem.of(428, "PRECONDITION_REQUIRED", "Send If-Match with the ETag that you have seen."),
                Problem.of(
                        429,
                        "TOO_MANY_REQUESTS",
                        "You sent more than 12000 requests in a minute. Wait before you send the next one."),
                FrameworkProblems.unexpected(new UUID(0x0190_7000_7000_7000L, 0x8000_0000_0000_0001L)),
                FrameworkProblems.noDatabase())) {
            examples.put(problem.status(), problem);
        }
        return examples;
    }

    static Map<String, APIResponse> responses() {
        Map<String, APIResponse> responses = new LinkedHashMap<>();
        EXAMPLES.forEach((status, problem) -> responses.put(name(status), response(problem)));
        return responses;
    }

    private static APIResponse response(Problem problem) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(problem.document().get("title") + ". " + problem.detail())
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                        .example(plain(problem))));
        if (problem.headers().containsKey("Retry-After")) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                            .description("Seconds after which to try again.")
                            .schema(type(Schema.SchemaType.INTEGER)));
        }
        return response;
    }

    /** As it is sent: the writer of the description knows maps and lists, not records. */
    private static Object plain(Problem problem) {
        return new ObjectMapper().convertValue(problem.document(), Object.class);
    }

    static APIResponse reference(int status) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(status));
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    /** The statuses of the errors of an operation that it does not describe itself. */
    static TreeSet<Integer> codes(PathItem.HttpMethod method, String path, Operation operation) {
        TreeSet<Integer> codes = new TreeSet<>(List.of(401, 403, 406, 429, 500, 503));
        boolean hasBody = operation.getRequestBody() != null;
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (hasBody) {
            codes.addAll(List.of(413, 415));
        }
        if (hasBody || !parameters.isEmpty()) {
            codes.add(400);
        }
        boolean changes = method != PathItem.HttpMethod.GET;
        if (path.contains("{")) {
            codes.add(404);
            codes.addAll(changes ? List.of(409) : List.of());
        }
        if (hasBody && changes) {
            codes.add(422);
        }
        if (has(parameters, IdempotencyKey.HEADER)) {
            codes.addAll(List.of(409, 422));
        }
        if (has(parameters, "If-Match")) {
            codes.addAll(List.of(409, 412, 428));
        }
        if (has(parameters, "Range")) {
            codes.addAll(List.of(409, 416));
        }
        codes.removeIf(code -> describes(operation, code));
        return codes;
    }

    /** What the framework adds by itself has no content. */
    private static boolean describes(Operation operation, int code) {
        APIResponse response = operation.getResponses().getAPIResponse(String.valueOf(code));
        return response != null && response.getContent() != null;
    }

    private static boolean has(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    static Schema schema() {
        Schema error = type(Schema.SchemaType.OBJECT)
                .description("What is wrong with one field.")
                .addProperty("field", text("Path of the field, or name of the parameter or header."))
                .addProperty("message", text("What is wrong, to be read after the field's name."));
        return type(Schema.SchemaType.OBJECT)
                .description("An error (RFC 9457). Rely on code; the texts may change.")
                .required(List.of("type", "title", "status", "code", "detail"))
                .addProperty("type", text("Always about:blank; code tells the kind."))
                .addProperty("title", text("The status in words."))
                .addProperty("status", type(Schema.SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("code", text("What happened, for programs; stable."))
                .addProperty("detail", text("What happened and what to do, for a person."))
                .addProperty("errors", type(Schema.SchemaType.ARRAY).items(error))
                .addProperty("job", text("Of CLUSTER_BUSY and the like: the job that is in the way."))
                .addProperty("planHash", text("Of a plan that no longer holds: what it would be now."))
                .addProperty("id", text("Of an unexpected error: under which the log has the details."));
    }

    private static Schema text(String description) {
        return type(Schema.SchemaType.STRING).description(description);
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
